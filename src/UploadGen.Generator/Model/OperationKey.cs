namespace UploadGen.Generator.Model;

/// <summary>What identifies an operation: its HTTP method and its path, as in OpenAPI.</summary>
/// <param name="HttpMethod">As HTTP writes it: <c>POST</c>.</param>
/// <param name="Path">The path, with its variables in braces.</param>
/// <param name="MediaType">The media type of the body, where an operation has a further method for that.</param>
internal sealed record OperationKey(string HttpMethod, string Path, string? MediaType = null);
