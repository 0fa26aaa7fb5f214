using System.Net;
using System.Text;

namespace UploadGen.Tests;

/// <summary>A secret, and the spellings in which a server may repeat it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Secret">The secret.</param>
internal sealed record Canary(string Name, string Secret)
{
    /// <summary>So many of its characters in a row give it away.</summary>
    private const int Window = 10;

    private readonly Lazy<List<string>> _parts = new(() => [.. Spellings.Select(new Canary(Name, Secret).In).SelectMany(Parts).Distinct()]);

    /// <summary>A bearer token, of which any part is random.</summary>
    public static Canary Token { get; } = new("token", "Qx7+Zk/9vT2=wLr8Yb3mHc5dJf6gKs1aPq4+nE0u");

    /// <summary>A credential that is made of words.</summary>
    public static Canary Words { get; } = new("words", "correct-horse+battery/staple");

    /// <summary>The signature of an upload URL.</summary>
    public static Canary Signature { get; } = new("signature", "5f1c0de9a7b3428e6d90c1f2ab34de567890fedcba0123456789abcdef012345");

    /// <summary>The value of a signed header.</summary>
    public static Canary Header { get; } = new("header", "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQDx/Kz+Vb7Yt2pQ==");

    public static IReadOnlyList<string> Spellings { get; } =
        ["raw", "json", "json all", "percent", "percent twice", "html", "html hex", "base64", "base64url", "base64 in words", "hex", "half"];

    /// <summary>The secret as a server writes it in this spelling.</summary>
    public string In(string spelling) => spelling switch
    {
        "raw" => Secret,
        "json" => Secret.Replace("+", "\\u002B", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
        "json all" => string.Concat(Secret.Select(letter => $"\\u{(int)letter:x4}")),
        "percent" => Uri.EscapeDataString(Secret).Replace("-", "%2D", StringComparison.Ordinal),
        "percent twice" => Uri.EscapeDataString(Uri.EscapeDataString(Secret)),
        "html" => WebUtility.HtmlEncode(Secret).Replace("+", "&#43;", StringComparison.Ordinal).Replace("/", "&#47;", StringComparison.Ordinal),
        "html hex" => string.Concat(Secret.Select(letter => $"&#x{(int)letter:X2};")),
        "base64" => Base64(Secret),
        "base64url" => Base64(Secret).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        "base64 in words" => Base64($"Authorization: Bearer {Secret}"),
        "hex" => Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)),
        "half" => Secret[..(Secret.Length / 2)],
        _ => throw new ArgumentOutOfRangeException(nameof(spelling)),
    };

    /// <summary>Whether a text tells the secret or a part of it, in whichever spelling. It knows nothing of how the engine looks for it.</summary>
    public bool IsToldIn(string text) => _parts.Value.Any(part => text.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<string> Parts(string spelled)
        => spelled.Length <= Window * 2
            ? Windows(spelled, Math.Min(Window, spelled.Length))
            : Windows(spelled, spelled.Contains('\\', StringComparison.Ordinal) || spelled.StartsWith('&') ? Window * 3 : Window);

    private static IEnumerable<string> Windows(string spelled, int length)
        => Enumerable.Range(0, Math.Max(0, spelled.Length - length + 1)).Select(start => spelled.Substring(start, length));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
