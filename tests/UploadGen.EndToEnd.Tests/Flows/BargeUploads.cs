using UploadGen.EndToEnd.Tests.Barge;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>The calls of the client that is generated for <c>barge.json</c>, by the protocol that the file goes by.</summary>
internal static class BargeUploads
{
    /// <summary>In ranges that are answered by 308.</summary>
    public const string Film = "film";

    /// <summary>In ranges that are answered by 202 and what is expected.</summary>
    public const string Drive = "drive";

    /// <summary>As a resumable upload of HTTP.</summary>
    public const string Draft = "draft";

    /// <summary>By tus, to an upload that the API has created.</summary>
    public const string Stream = "stream";

    /// <summary>By tus, to an upload that is created at an endpoint.</summary>
    public const string Harbor = "harbor";

    /// <summary>As Azure's storage takes blobs.</summary>
    public const string Blob = "blob";

    public static readonly string[] All = [Film, Drive, Draft, Stream, Harbor, Blob];

    extension(BargeClient client)
    {
        /// <summary>Uploads a file by a protocol.</summary>
        public Task UploadAsync(
            string kind, UploadContent content, UploadOptions? options, CancellationToken cancellationToken, IProgress<UploadProgress>? progress = null)
            => kind switch
            {
                Film => client.UploadFilmAsync(content, options, progress, cancellationToken),
                Drive => client.UploadDriveAsync(content, options, progress, cancellationToken),
                Draft => client.UploadDraftAsync(content, options, progress, cancellationToken),
                Stream => client.UploadStreamAsync(content, options: options, progress: progress, cancellationToken: cancellationToken),
                Harbor => client.UploadHarborAsync(content, options, progress, cancellationToken),
                _ => client.UploadBlobAsync(content, options, progress, cancellationToken),
            };
    }
}
