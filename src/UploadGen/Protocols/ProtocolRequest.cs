namespace UploadGen.Core;

/// <summary>A request as a protocol wants it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Headers">The protocol's own headers.</param>
internal sealed record ProtocolRequest(HttpMethod Method, params (string Name, string Value)[] Headers)
{
    /// <summary>Whether a request that sends nothing says so by <c>Content-Length: 0</c>.</summary>
    public bool SaysEmpty { get; init; }

    /// <summary>What goes with it of the API's headers.</summary>
    public GivenHeaders Given { get; init; } = GivenHeaders.Neutral;
}
