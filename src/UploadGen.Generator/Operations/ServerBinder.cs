using Microsoft.OpenApi;

namespace UploadGen.Generator.Operations;

/// <summary>The address a client talks to unless told otherwise: the first server, its variables at their defaults.</summary>
internal static class ServerBinder
{
    /// <summary>What the variables in the first server's address may be, in words; null when there are none.</summary>
    public static string? Variables(IList<OpenApiServer>? servers)
    {
        var variables = servers?.FirstOrDefault()?.Variables ?? new Dictionary<string, OpenApiServerVariable>();
        var sentences = variables.Select(variable =>
        {
            var values = variable.Value.Enum is { Count: > 0 } allowed ? $" (one of {string.Join(", ", allowed)})" : "";
            return $"{{{variable.Key}}}{values} is {variable.Value.Default}";
        });
        return variables.Count == 0 ? null : $"In the document's {servers![0].Url}, {string.Join(", ", sentences)}; set BaseAddress for another.";
    }

    /// <summary>The server of an operation or its path, where it isn't the document's.</summary>
    public static string? Own(OpenApiOperation operation, IOpenApiPathItem pathItem, string documentServer)
    {
        var servers = operation.Servers is { Count: > 0 } ? operation.Servers : pathItem.Servers;
        return servers is { Count: > 0 } && Bind(servers) is var own && own != documentServer ? own : null;
    }

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
