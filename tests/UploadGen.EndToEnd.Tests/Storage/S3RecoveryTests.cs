using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>When an upload is opened a second time: after an expired URL, and only then.</summary>
public sealed class S3RecoveryTests(StorageServers servers) : S3Tests(servers)
{
    [Fact]
    public async Task An_expired_URL_is_replaced_and_the_file_gets_in()
    {
        var (content, sha256) = RandomFile(50_000);
        var tickets = new Queue<Ticket>([await ExpiredAsync(Key + ".1"), new Ticket(Key + ".2", Store.SignPut(Key + ".2"))]);
        await using var api = await DepotApi.StartAsync(_ => tickets.Dequeue(), Store.FindAsync);

        var record = await api.Client().UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal(50_000, record.Size);
        Assert.Equal((2, 1), (api.Opened, api.Confirmed));
        Assert.Null(await Store.FindAsync(Key + ".1"));
        Assert.Equal(sha256, (await Store.FindAsync(Key + ".2"))!.Sha256);
    }

    [Fact]
    public async Task Two_expired_URLs_are_enough()
    {
        var ticket = await ExpiredAsync(Key);
        await using var api = await GiveAsync(ticket.Url);

        var refused = await Assert.ThrowsAsync<UploadException>(() => api.Client().UploadFileAsync(RandomFile(1000).Content, cancellationToken: Cancellation));

        Assert.Contains("expired", refused.Message, StringComparison.Ordinal);
        HoldsNoSecret(refused, new Uri(ticket.Url));
        Assert.Null(await Store.FindAsync(Key));
        Assert.Equal((2, 0), (api.Opened, api.Confirmed));
    }

    [Fact]
    public async Task A_wrong_signature_does_not_open_the_upload_again()
    {
        using var other = Store.As(S3Store.AccessKey, "AnotherSecretKey0123456789abcdefghijklmn");
        var url = other.SignPut(Key);
        await using var api = await GiveAsync(url);

        var refused = await Assert.ThrowsAsync<UploadException>(() => api.Client().UploadFileAsync(RandomFile(1000).Content, cancellationToken: Cancellation));

        IsRefusal(refused, 403, "SignatureDoesNotMatch", new Uri(url));
        Assert.Null(await Store.FindAsync(Key));
        Assert.Equal((1, 0), (api.Opened, api.Confirmed));
    }

    private async Task<Ticket> ExpiredAsync(string key)
    {
        var ticket = new Ticket(key, Store.SignPut(key, put => put.Expires = DateTime.UtcNow.AddSeconds(1)));
        await Task.Delay(TimeSpan.FromSeconds(2.5), Cancellation);
        return ticket;
    }
}
