namespace UploadGen.Core;

/// <summary>A file isn't sent, as its URL's name leads where files may not go.</summary>
internal sealed class ForbiddenAddressException(string message) : IOException(message);
