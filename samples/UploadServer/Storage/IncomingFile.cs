namespace UploadServer.Storage;

/// <summary>Bytes that have been received into a file and do not belong to an object yet.</summary>
/// <param name="FilePath">The file.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">SHA-256 as lowercase hexadecimal digits.</param>
internal sealed record IncomingFile(string FilePath, long Length, string Sha256);
