namespace UploadGen.Generator.Model;

/// <summary>What identifies an operation: its HTTP method and its path, as in OpenAPI.</summary>
/// <param name="HttpMethod">As HTTP writes it: <c>POST</c>.</param>
/// <param name="Path">The path, with its variables in braces.</param>
/// <param name="MediaType">The media type of the body, where an operation has a further method for that.</param>
internal sealed record OperationKey(string HttpMethod, string Path, string? MediaType = null)
{
    /// <summary>Where the document has it: a JSON pointer (RFC 6901).</summary>
    public string Pointer => $"/paths/{Path.Replace("~", "~0").Replace("/", "~1")}/{HttpMethod.ToLowerInvariant()}";
}
