using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>When an upload is opened a second time: after an expired URL, and only then.</summary>
public sealed class S3RecoveryTests(StorageServers servers) : S3Tests(servers)
{
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
}
