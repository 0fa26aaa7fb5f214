using System.Net.Http.Headers;

namespace UploadGen;

/// <summary>Shows the status and headers of answers to calls made while it is open, such as <c>Link</c> or <c>X-RateLimit-Remaining</c>.</summary>
/// <example>
/// <code>
/// using var response = ResponseScope.Begin();
/// var page = await client.ListAssetsAsync();
/// string? next = response.Headers.GetValueOrDefault("Link");
/// </code>
/// </example>
/// <remarks>It belongs to the flow of control that began it. After several calls it shows the answer that came last. Storage isn't included.</remarks>
public sealed class ResponseScope : IDisposable
{
    private static readonly AsyncLocal<ResponseScope?> Current = new();

    private readonly ResponseScope? _outer;

    private Dictionary<string, HeaderStringValues> _values = [];

    private ResponseScope() => _outer = Current.Value;

    /// <summary>The HTTP status; 0 before the first answer.</summary>
    public int StatusCode { get; private set; }

    /// <summary>The headers by name, in any case; several values of one are joined by commas (RFC 9110, section 5.3).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <summary>A header's values, one for each time that the answer has it; those of <c>Set-Cookie</c> can't be told apart otherwise.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <returns>The values as they were written; none where the answer doesn't have the header.</returns>
    public IReadOnlyList<string> HeaderValues(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _values.TryGetValue(name, out var values) ? [.. values] : [];
    }

    /// <summary>Opens a scope.</summary>
    public static ResponseScope Begin() => Current.Value = new ResponseScope();

    /// <summary>Closes the scope; what it has seen stays readable.</summary>
    public void Dispose() => Current.Value = _outer;

    internal static void Record(HttpResponseMessage response)
    {
        if (Current.Value is not { } scope)
        {
            return;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var all = new Dictionary<string, HeaderStringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[name] = values.ToString();
            all[name] = values;
        }

        scope.StatusCode = (int)response.StatusCode;
        scope.Headers = headers;
        scope._values = all;
    }
}
