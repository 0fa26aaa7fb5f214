using UploadGen.Core;

namespace UploadGen;

/// <summary>The API's answer isn't what its document says: not JSON or XML, a required member missing, a wrong type.</summary>
public sealed class ResponseFormatException : ApiException
{
    /// <summary>Makes an exception for a test double of a client; set the properties that matter.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ResponseFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ResponseFormatException(string message, ApiFailure failure, string? jsonPath, Exception? innerException)
        : base(message, failure, innerException) => JsonPath = jsonPath;

    /// <summary>Where the body is wrong, such as <c>$.items[3].asset_id</c>; <see langword="null"/> when the body isn't read as JSON.</summary>
    public string? JsonPath { get; init; }

    /// <summary>
    /// Where the body is wrong, as an XPath without prefixes, such as <c>/Pets/Pet[3]/@id</c>; <see langword="null"/> when the body isn't read as XML.
    /// </summary>
    public string? XmlPath { get; init; }
}
