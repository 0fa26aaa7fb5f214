using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>What is logged of uploads. No message holds a token, a file's bytes, or the query of a URL.</summary>
internal static partial class UploadLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Flow}: opening an upload for {FileName}, {Length} bytes, {MediaType}.")]
    public static partial void Opening(this ILogger logger, string flow, string fileName, long length, string mediaType);

    [LoggerMessage(2, LogLevel.Debug, "{Flow}: upload {UploadId} is open; sending the file to {Url}.")]
    public static partial void Sending(this ILogger logger, string flow, string? uploadId, string? url);

    [LoggerMessage(3, LogLevel.Debug, "{Flow}: the file of upload {UploadId} is in storage.")]
    public static partial void Stored(this ILogger logger, string flow, string? uploadId);

    [LoggerMessage(4, LogLevel.Information, "{Flow}: {FileName} is uploaded as {UploadId}.")]
    public static partial void Uploaded(this ILogger logger, string flow, string fileName, string? uploadId);

    [LoggerMessage(5, LogLevel.Warning, "{Flow}: the URL of upload {UploadId} has expired; opening the upload again.")]
    public static partial void Expired(this ILogger logger, string flow, string? uploadId);

    [LoggerMessage(14, LogLevel.Warning, "{Flow}: the server has dropped upload {UploadId}; opening a new one.")]
    public static partial void Dropped(this ILogger logger, string flow, string? uploadId);

    [LoggerMessage(6, LogLevel.Error, "{Flow}: {FileName} couldn't be uploaded; it failed at step {Step}.")]
    public static partial void Failed(this ILogger logger, Exception failure, string flow, string fileName, UploadStep step);

    [LoggerMessage(7, LogLevel.Information, "{Flow}: the upload of {FileName} was canceled at step {Step}.")]
    public static partial void Canceled(this ILogger logger, string flow, string fileName, UploadStep step);

    [LoggerMessage(8, LogLevel.Information, "{Flow}: upload {UploadId} was given up with the API.")]
    public static partial void Aborted(this ILogger logger, string flow, string? uploadId);

    [LoggerMessage(9, LogLevel.Warning, "{Flow}: upload {UploadId} couldn't be given up with the API.")]
    public static partial void NotAborted(this ILogger logger, Exception failure, string flow, string? uploadId);

    [LoggerMessage(10, LogLevel.Warning, "Attempt {Attempt} failed; trying again in {Delay}.")]
    public static partial void Retrying(this ILogger logger, Exception? failure, int attempt, TimeSpan delay);

    [LoggerMessage(11, LogLevel.Information, "{Flow}: the API has {FileName} already, as {UploadId}; nothing was sent.")]
    public static partial void AlreadyThere(this ILogger logger, string flow, string fileName, string? uploadId);

    [LoggerMessage(12, LogLevel.Warning, "{Flow}: the API has dropped the upload of {FileName} that was begun earlier; it begins anew.")]
    public static partial void DroppedEarlier(this ILogger logger, string flow, string fileName);

    [LoggerMessage(13, LogLevel.Warning, "{Flow}: the journal's lease of {FileName} has ended; the upload is ended, as another may have taken the file.")]
    public static partial void LeaseLost(this ILogger logger, string flow, string fileName);

    [LoggerMessage(15, LogLevel.Warning, "{Count} lines of the journal {Path} are damaged and left out, line {Line} first; their files may be uploaded again.")]
    public static partial void DamagedJournal(this ILogger logger, string path, int count, int line);

    [LoggerMessage(16, LogLevel.Warning, "{Flow}: {FileName} has other bytes than the journal remembers, although its time is as it was; it is uploaded anew.")]
    public static partial void OtherBytes(this ILogger logger, string flow, string fileName);
}
