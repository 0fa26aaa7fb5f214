using System.Net;
using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>An object as the store gives it back.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Hash of the bytes, in lower-case hexadecimal.</param>
/// <param name="ContentType">The media type kept beside it.</param>
internal sealed record StoredObject(long Length, string Sha256, string? ContentType)
{
    private static readonly UriCreationOptions LetterByLetter = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Reads what a signed URL leads to; <see langword="null"/> when there is nothing.</summary>
    public static async Task<StoredObject?> ReadAsync(HttpClient http, string signedUrl)
    {
        Assert.True(Uri.TryCreate(signedUrl, LetterByLetter, out var url));
        using var response = await http.GetAsync(url, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new StoredObject(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), ContentTypeOf(response));
    }

    /// <summary>As the store wrote it: parsed, it would come out in another spelling.</summary>
    private static string? ContentTypeOf(HttpResponseMessage response)
        => response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
}
