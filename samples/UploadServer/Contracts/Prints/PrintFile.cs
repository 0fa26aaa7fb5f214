namespace UploadServer.Contracts.Prints;

/// <summary>A file that can be printed.</summary>
internal sealed record PrintFile(Guid Id, string FileName, long FileSize, string ContentType, int PartCount, string Sha256);
