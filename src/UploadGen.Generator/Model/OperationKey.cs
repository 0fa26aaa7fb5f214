namespace UploadGen.Generator.Model;

/// <summary>What identifies an operation: its HTTP method and its path, as in OpenAPI.</summary>
/// <param name="HttpMethod">As HTTP writes it: <c>POST</c>.</param>
/// <param name="Path">The path, with its variables in braces.</param>
/// <param name="MediaType">The media type of the body, where an operation has a further method for that.</param>
internal sealed record OperationKey(string HttpMethod, string Path, string? MediaType = null)
{
    /// <summary>The methods that a path has members of their own for (OpenAPI 3.2, section 4.9).</summary>
    private static readonly HashSet<string> Fixed =
        new(StringComparer.Ordinal) { "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY" };

    /// <summary>Where the document has it: a JSON pointer (RFC 6901).</summary>
    public string Pointer => $"/paths/{Path.Replace("~", "~0").Replace("/", "~1")}/{Member(HttpMethod)}";

    /// <summary>Where the operation of a method stands below its path.</summary>
    public static string Member(string httpMethod) => Fixed.Contains(httpMethod) ? httpMethod.ToLowerInvariant() : "additionalOperations/" + httpMethod;
}
