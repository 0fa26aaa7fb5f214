using UploadGen.Core;

namespace UploadGen;

/// <summary>The API answered with an error that the document gives a schema.</summary>
/// <typeparam name="TError">The error's type.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    /// <summary>Makes an exception for a test double of a client; set the properties that matter.</summary>
    /// <param name="message">The message.</param>
    /// <param name="error">The error.</param>
    public ApiException(string message, TError error)
        : base(message) => Error = error;

    internal ApiException(string message, ApiFailure failure, TError error)
        : base(message, failure) => Error = error;

    /// <summary>The error as the API described it.</summary>
    public TError Error { get; }
}
