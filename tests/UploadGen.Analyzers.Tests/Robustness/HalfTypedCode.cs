namespace UploadGen.Analyzers.Tests.Robustness;

/// <summary>Bodies that use an upload in every construct of C# that the flow analysis knows, so that each is also seen while it is being typed.</summary>
public static class HalfTypedCode
{
    public static TheoryData<string> Bodies => new(
        """
        var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct).ConfigureAwait(false);
        await client.PutAssetUploadAsync(session: session, content: content);
        var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId, new ConfirmAssetUploadRequest(savedId), "organization", ct);
        Console.WriteLine($"{asset.Id} at {session.UploadUrl:x}");
        """,
        """
        AssetUploadResponse? session = null;
        try { session ??= await client.CreateAssetUploadAsync(request); }
        catch (HttpRequestException exception) when (flag && exception.InnerException is null) { throw; }
        finally { if (session is not null) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); } }
        """,
        """
        foreach (var name in new[] { "a", "b" })
        {
            while (true)
            {
                var session = await client.CreateAssetUploadAsync(request with { Filename = name });
                try { await client.PutAssetUploadAsync(session, content); break; } catch (HttpRequestException) { continue; }
            }
        }
        """,
        """
        var creating = client.CreateAssetUploadAsync(request);
        await Task.WhenAll(creating, Task.Delay(1, ct));
        var (session, (other, count)) = (await creating, (creating.Result, 2));
        var id = flag ? session?.AssetId : other.AssetId;
        await client.CreateAssetUploadConfirmationAsync(id ?? savedId);
        """,
        """
        var session = savedId.Version switch
        {
            4 when flag => await client.CreateAssetUploadAsync(request, "four"),
            > 5 and not 7 => Unseen.Find(),
            _ => throw new NotSupportedException(),
        };
        if (session is { AssetId: var id, UploadUrl: { IsAbsoluteUri: true } url })
        {
            await client.CreateAssetUploadConfirmationAsync(id);
            Unseen.Log(url.Host);
        }
        """,
        """
        Func<AssetUploadResponse, Task> confirm = async one => await client.CreateAssetUploadConfirmationAsync(one.AssetId);
        async Task<AssetUploadResponse> CreateAsync() { return await client.CreateAssetUploadAsync(request); }
        await confirm(await CreateAsync());
        """,
        """
        var list = new List<AssetUploadResponse>();
        list.Add(await client.CreateAssetUploadAsync(request));
        AssetUploadResponse[] array = [list[0], .. list];
        array[^1] = Unseen.Find();
        Unseen.Change(ref array[0]);
        for (var i = 0; i < array.Length; i++) { await client.CreateAssetUploadConfirmationAsync(array[i].AssetId); }
        """,
        """
        using var http = new HttpClient();
        var session = await client.CreateAssetUploadAsync(request);
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        foreach (var (name, value) in session.UploadHeaders) { message.Headers.TryAddWithoutValidation(name, value); }
        using var response = await http.SendAsync(message, ct);
        if (response.IsSuccessStatusCode) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); } else { goto failed; }
        return;
        failed: Unseen.Log("" + session.UploadUrl + response.StatusCode);
        """);
}
