using System.Text;

namespace UploadGen.Core;

/// <summary>The headers and the query by which a request's credentials are sent.</summary>
internal sealed class AppliedCredentials
{
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Part of the query, such as <c>api_key=…</c>.</summary>
    public string? Query { get; private set; }

    /// <summary>The secrets that are sent. They are taken out of messages.</summary>
    public List<string> Secrets { get; } = [];

    public void Add(SecurityScheme scheme, string secret)
    {
        Secrets.Add(secret);
        switch (scheme.Kind)
        {
            case SecuritySchemeKind.Query:
                Query = (Query is null ? "" : Query + "&") + Uri.EscapeDataString(scheme.Parameter) + "=" + Uri.EscapeDataString(secret);
                break;
            case SecuritySchemeKind.Cookie:
                AddCookie($"{scheme.Parameter}={secret}");
                break;
            case SecuritySchemeKind.Bearer:
                Headers.Add(new(scheme.Parameter, "Bearer " + secret));
                break;
            case SecuritySchemeKind.Basic:
                Headers.Add(new(scheme.Parameter, "Basic " + secret));
                Secrets.Add(Encoding.UTF8.GetString(Convert.FromBase64String(secret)).Split(':', 2)[1]);
                break;
            case SecuritySchemeKind.Http:
                Headers.Add(new("Authorization", $"{scheme.Parameter} {secret}"));
                break;
            default:
                Headers.Add(new(scheme.Parameter, secret));
                break;
        }
    }

    /// <summary>All cookies go into one header (RFC 6265, section 5.4).</summary>
    private void AddCookie(string cookie)
    {
        var existing = Headers.FindIndex(header => header.Key == "Cookie");
        if (existing < 0)
        {
            Headers.Add(new("Cookie", cookie));
        }
        else
        {
            Headers[existing] = new("Cookie", Headers[existing].Value + "; " + cookie);
        }
    }
}
