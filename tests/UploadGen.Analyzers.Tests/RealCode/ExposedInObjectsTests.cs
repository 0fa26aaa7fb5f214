namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>UPG109 about a URL that is put into something else first.</summary>
public sealed class ExposedInObjectsTests
{
    [Theory]
    [InlineData("""File.WriteAllLines("urls.txt", {|UPG109:new[] { session.UploadUrl.ToString() }|});""")]
    [InlineData("""await File.AppendAllLinesAsync("urls.txt", {|UPG109:["uploads:", session.UploadUrl.AbsoluteUri]|});""")]
    [InlineData("""
        var lines = new List<string>();
        lines.Add(session.AssetId.ToString());
        lines.Add(session.UploadUrl.AbsoluteUri);
        await File.WriteAllLinesAsync("urls.txt", {|UPG109:lines|});
        """)]
    [InlineData("""File.WriteAllText("urls.txt", {|UPG109:string.Join('\n', session.AssetId, session.UploadUrl)|});""")]
    [InlineData("""File.WriteAllText("urls.txt", {|UPG109:string.Join('\n', new[] { session.UploadUrl.ToString() })|});""")]
    [InlineData("""File.WriteAllText("session.json", {|UPG109:JsonSerializer.Serialize(new { session.AssetId, Url = session.UploadUrl })|});""")]
    [InlineData("""
        var state = new { Id = session.AssetId, Url = session.UploadUrl.ToString() };
        var json = JsonSerializer.Serialize(state, new JsonSerializerOptions { WriteIndented = true });
        await File.WriteAllTextAsync("session.json", {|UPG109:json|});
        """)]
    [InlineData("""File.WriteAllBytes("session.json", {|UPG109:JsonSerializer.SerializeToUtf8Bytes((session.AssetId, session.UploadUrl))|});""")]
    [InlineData("""
        var state = new Dictionary<string, string> { ["id"] = session.AssetId.ToString(), ["url"] = session.UploadUrl.ToString() };
        File.WriteAllText("session.json", {|UPG109:JsonSerializer.Serialize(state)|});
        """)]
    [InlineData("""
        using var file = File.Create("session.json");
        JsonSerializer.Serialize(file, {|UPG109:new { session.UploadUrl }|});
        """)]
    [InlineData("""
        await using var writer = new StreamWriter("urls.txt", append: true);
        await writer.WriteLineAsync({|UPG109:session.UploadUrl.ToString()|});
        """)]
    [InlineData("""logger.LogInformation("opened {@Upload}", {|UPG109:new { session.AssetId, session.UploadUrl }|});""")]
    [InlineData("""Console.WriteLine({|UPG109:(session.AssetId, session.UploadUrl)|});""")]
    [InlineData("""Console.WriteLine({|UPG109:JsonSerializer.Serialize(new[] { session.UploadUrl })|});""")]
    [InlineData("""
        var text = new StringBuilder().Append("PUT ").Append(session.UploadUrl).ToString();
        Console.WriteLine({|UPG109:text|});
        """)]
    public Task Written_or_logged(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""File.WriteAllLines("urls.txt", [session.AssetId.ToString(), session.UploadUrl.Host]);""")]
    [InlineData("""File.WriteAllText("s.json", JsonSerializer.Serialize(new { session.AssetId, session.UploadUrl.Host }));""")]
    [InlineData("""Console.WriteLine((session.AssetId, session.UploadUrl.GetLeftPart(UriPartial.Path)));""")]
    [InlineData("""logger.LogInformation("opened {@Upload}", new { session.AssetId, Url = session.UploadUrl.AbsoluteUri.Split('?')[0] });""")]
    [InlineData("""repository.Save(JsonSerializer.Serialize(new { session.UploadUrl }));""")]
    [InlineData("""repository.Save(new[] { session.UploadUrl });""")]
    [InlineData("""
        var body = JsonContent.Create(new { session.AssetId, session.UploadUrl });
        repository.Save(body);
        """)]
    [InlineData("""
        Uri[] all = flag ? [session.UploadUrl] : [];
        Uri? url = flag ? session.UploadUrl : null;
        url = flag ? url : new Uri("https://cdn.example");
        Console.WriteLine(new { url });
        Console.WriteLine(all.Length);
        """)]
    [InlineData("""
        using var memory = new MemoryStream();
        JsonSerializer.Serialize(memory, new { session.UploadUrl });
        repository.Save(memory);
        """)]
    public Task Silent_about(string statements) => VerifyAsync(statements);

    private static Task VerifyAsync(string statements) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(CreateAssetUploadRequest request, bool flag)
        {
            var session = await client.CreateAssetUploadAsync(request);
            {{statements}}
            repository.Save((session, flag));
        }
        """);
}
