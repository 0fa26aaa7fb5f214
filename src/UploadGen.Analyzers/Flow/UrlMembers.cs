using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Says what members of the framework make of a URL: the same URL in another form, a text that contains it, or another URL.</summary>
internal static class UrlMembers
{
    /// <summary>Does an instance of the type stand for the URL that its constructor is given?</summary>
    public static bool IsUrlType(ITypeSymbol? type)
        => type is { Name: "Uri" or "UriBuilder", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Does the property give the URL as a whole?</summary>
    public static bool IsTransparent(IPropertySymbol property)
        => property.Name is "AbsoluteUri" or "OriginalString" or "Uri" && IsUrlType(property.ContainingType);

    /// <summary>Does setting the property of a <c>UriBuilder</c> change a part of the URL that is signed?</summary>
    public static bool Alters(IPropertySymbol property)
        => property.Name is "Host" or "Path" or "Port" or "Query" or "Scheme"
            && property.ContainingType.Name == "UriBuilder"
            && IsUrlType(property.ContainingType);

    /// <summary>What a call makes of a URL that is its receiver or an argument; null for a call that isn't known.</summary>
    public static ValueRoles? RoleOfResult(IMethodSymbol method, ValueRoles url)
    {
        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return method.Name switch
            {
                "ToString" or "Trim" or "TrimStart" or "TrimEnd" => url,
                "Concat" or "Format" or "Join" or "Insert" => ValueRoles.EmbeddedUrl,
                "Replace" or "Remove" or "Substring" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" => ValueRoles.AlteredUrl,
                _ => null,
            };
        }

        return method.Name switch
        {
            "ToString" when !method.IsStatic => url,
            "EscapeDataString" or "EscapeUriString" or "UnescapeDataString" when IsUrlType(method.ContainingType) => ValueRoles.AlteredUrl,
            "UrlDecode" or "UrlEncode" when method.ContainingType.Name is "WebUtility" or "HttpUtility" => ValueRoles.AlteredUrl,
            "AddQueryString" when method.ContainingType.Name == "QueryHelpers" => ValueRoles.AlteredUrl,
            _ => null,
        };
    }
}
