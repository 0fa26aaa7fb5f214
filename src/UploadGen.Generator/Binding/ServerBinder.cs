using Microsoft.OpenApi;

namespace UploadGen.Generator.Binding;

/// <summary>The address a client talks to unless told otherwise: the first server, its variables at their defaults.</summary>
internal static class ServerBinder
{
    public static string Bind(IList<OpenApiServer>? servers)
    {
        if (servers?.FirstOrDefault() is not { Url: { } url } server)
        {
            // OpenAPI 3.1.1, section 4.8.1: without servers, a single one with the URL "/".
            return "/";
        }

        foreach (var variable in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
        {
            url = url.Replace("{" + variable.Key + "}", variable.Value.Default ?? "");
        }

        return url;
    }
}
