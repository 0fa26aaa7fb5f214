using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A security scheme of the document: where in a request the credential goes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecurityScheme
{
    private SecurityScheme(string name, SecuritySchemeKind kind, string parameter)
    {
        Name = name;
        Kind = kind;
        Parameter = parameter;
    }

    /// <summary>The scheme's name in the document; a key of <see cref="UploadClientOptions.Credentials"/>.</summary>
    public string Name { get; }

    internal SecuritySchemeKind Kind { get; }

    internal string Parameter { get; }

    /// <summary><c>Authorization: Bearer</c> (RFC 6750).</summary>
    /// <param name="name">The scheme's name.</param>
    public static SecurityScheme Bearer(string name) => new(name, SecuritySchemeKind.Bearer, "Authorization");

    /// <summary><c>Authorization: Basic</c> (RFC 7617).</summary>
    /// <param name="name">The scheme's name.</param>
    public static SecurityScheme Basic(string name) => new(name, SecuritySchemeKind.Basic, "Authorization");

    /// <summary><c>Authorization</c> with another authentication scheme (RFC 9110, section 11.4), such as <c>Token</c> or <c>DPoP</c>.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="authenticationScheme">What stands before the credential.</param>
    public static SecurityScheme Http(string name, string authenticationScheme) => new(name, SecuritySchemeKind.Http, authenticationScheme);

    /// <summary>A key in a header.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="header">The header's name.</param>
    public static SecurityScheme ApiKeyHeader(string name, string header) => new(name, SecuritySchemeKind.Header, header);

    /// <summary>A key in the query.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    public static SecurityScheme ApiKeyQuery(string name, string parameter) => new(name, SecuritySchemeKind.Query, parameter);

    /// <summary>A key in a cookie.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="cookie">The cookie's name.</param>
    public static SecurityScheme ApiKeyCookie(string name, string cookie) => new(name, SecuritySchemeKind.Cookie, cookie);
}
