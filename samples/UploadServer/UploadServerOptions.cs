using UploadServer.Recording;

namespace UploadServer;

/// <summary>How an <see cref="EmbeddedUploadServer"/> runs. The defaults suit a sample or a test.</summary>
public sealed class UploadServerOptions
{
    /// <summary>Port to listen on, 0 to 65535. The default, 0, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long a signed URL is valid: whole seconds, from 1 second to 7 days as in S3. The default is 15 minutes.</summary>
    public TimeSpan UrlLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The clock that URLs are signed and verified by. Replace it to let a URL expire at once.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether the first PATCH of each tus upload is broken off when half of the file has come, as a bad line would. What has come stays. The default is
    /// <see langword="false"/>.
    /// </summary>
    public bool CutsFirstPatch { get; init; }

    /// <summary>Told of each request just before its answer leaves; called on the thread that serves the request.</summary>
    public Action<RecordedRequest>? RequestObserver { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(UrlLifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(UrlLifetime, TimeSpan.FromDays(7));
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
