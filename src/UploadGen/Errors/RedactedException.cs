namespace UploadGen.Core;

/// <summary>Stands for an exception of another library whose message may hold a secret. Its own message says which it was.</summary>
internal sealed class RedactedException(string message, Exception? cause) : Exception(message, cause);
