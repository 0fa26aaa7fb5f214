using System.Globalization;

namespace UploadGen.Core;

/// <summary>What storage answered to a request of a protocol.</summary>
/// <param name="response">The answer.</param>
/// <param name="request">The request, as it was sent last.</param>
/// <param name="body">The answer's body, if it is a success.</param>
internal sealed class ProtocolAnswer(HttpResponseMessage response, HttpRequestMessage request, ReadOnlyMemory<byte> body) : IDisposable
{
    public HttpResponseMessage Response => response;

    public HttpRequestMessage Request => request;

    public Uri Url => request.RequestUri!;

    public ReadOnlyMemory<byte> Body => body;

    public int Status => (int)response.StatusCode;

    public bool IsSuccess => response.IsSuccessStatusCode;

    public string? this[string name] => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString().Trim() : null;

    /// <summary>A header's value as a number of bytes; <see langword="null"/> where it is none.</summary>
    public long? Bytes(string name) => long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    public void Dispose()
    {
        response.Dispose();
        request.Dispose();
    }
}
