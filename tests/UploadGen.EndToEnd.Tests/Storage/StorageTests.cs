using System.Security.Cryptography;
using UploadGen.EndToEnd.Tests.Depot;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Tests of generated clients against object stores that aren't ours.</summary>
public abstract class StorageTests
{
    /// <summary>A key that no other test uses.</summary>
    private protected string Key { get; } = $"{Guid.NewGuid():N}/perfume bottle.webp";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A file of random bytes, and their hash.</summary>
    private protected static (UploadContent Content, string Sha256) RandomFile(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        return (UploadContent.FromBytes(bytes, "perfume bottle.webp"), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private protected static Announcement Announced(UploadContent content)
        => new() { FileName = content.FileName, Size = content.Length, ContentType = content.MediaType };

    /// <summary>
    /// Asserts that of eight files that go to one place at the same time one becomes the object and the record, and that the others know why not.
    /// </summary>
    private protected static async Task RaceAsync(DepotApi api, Func<Task<StoredObject?>> find, Action<UploadException> isRefusal)
    {
        var files = Enumerable.Range(0, 8).Select(_ => RandomFile(200_000)).ToList();

        var outcomes = await Task.WhenAll(files.Select(
            file => Record.ExceptionAsync(() => api.Client().UploadFileAsync(file.Content, cancellationToken: Cancellation)).AsTask()));

        var winner = Assert.Single(Enumerable.Range(0, files.Count), racer => outcomes[racer] is null);
        Assert.Equal(files[winner].Sha256, (await find())!.Sha256);
        Assert.Equal((8, 1), (api.Opened, api.Confirmed));
        Assert.All(outcomes.OfType<Exception>(), outcome =>
        {
            var refused = Assert.IsType<UploadException>(outcome);
            Assert.Contains("an object at this place already", refused.Message, StringComparison.Ordinal);
            isRefusal(refused);
        });
    }

    /// <summary>Asserts that storage refused the file as said, and that the exception tells how, without a secret of the URL or of the form.</summary>
    private protected static void IsRefusal(UploadException refused, int status, string code, Uri url, IEnumerable<string>? fields = null)
    {
        Assert.Equal((UploadStep.Put, status, code), (refused.Step, refused.StatusCode, refused.StorageCode));
        Assert.False(string.IsNullOrEmpty(refused.StorageRequestId));
        Assert.Contains(refused.StorageRequestId, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{status}", refused.Message, StringComparison.Ordinal);
        HoldsNoSecret(refused, url, fields);
    }

    /// <summary>Asserts that no value of a signed URL's query, or of a form's fields, can be read in an exception or in its inner ones.</summary>
    private protected static void HoldsNoSecret(Exception exception, Uri url, IEnumerable<string>? fields = null)
    {
        var shown = exception.ToString();
        var values = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split('=', 2)[1]);
        var secrets = values.Concat(values.Select(Uri.UnescapeDataString)).Concat(fields ?? []).Where(value => value.Length > 6).ToList();
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }
}
