namespace UploadGen.Tests;

/// <summary>What a caller's own code throws.</summary>
internal sealed class OwnException(string message, Exception? cause = null) : HttpRequestException(HttpRequestError.ConnectionError, message, cause);
