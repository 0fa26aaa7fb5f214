using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>Names that secrets have: of members, headers and parameters.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether what has this name may be a secret, however it looks.</summary>
    public static bool IsTelltale(string name) => Telltale().IsMatch(Plain(name));

    /// <summary>A name in lower case and without what joins words.</summary>
    public static string Plain(string name)
        => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(
        "apikey|accesskey|auth(?!or(?!i[sz]))|cookie|credential|csrf|nonce|otp$|pass(?!ed|ing|eng)|pin$|secret|session|signature|^sig$|token",
        RegexOptions.CultureInvariant)]
    private static partial Regex Telltale();
}
