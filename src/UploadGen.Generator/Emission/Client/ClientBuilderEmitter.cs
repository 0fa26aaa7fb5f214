using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>What sets up a client that was added to a service container: its two HTTP clients, and where its tokens come from.</summary>
internal static class ClientBuilderEmitter
{
    public static string Emit(ApiModel model)
    {
        var writer = SourceFile.Begin(model, "Microsoft.Extensions.DependencyInjection");
        writer.Line($"/// <summary>Sets up a <see cref=\"{model.ClientName}\"/> that was added to a service container.</summary>");
        writer.Line(Known.GeneratedCode);
        writer.Open($"{(model.IsPublic ? "public" : "internal")} sealed class {model.BuilderName}");
        Names(writer, model);
        writer.Line($"internal {model.BuilderName}({Known.ServiceCollection} services) => Services = services;");
        writer.Line();
        writer.Line("/// <summary>The service container.</summary>");
        writer.Line($"public {Known.ServiceCollection} Services {{ get; }}");
        writer.Line();
        HttpClient(
            writer,
            model,
            "ApiHttpClient",
            "Sets up the HTTP client that calls the API: handlers, their lifetime, headers.",
            "Is given the client's builder.");
        writer.Line();
        HttpClient(
            writer,
            model,
            "StorageHttpClient",
            "Sets up the HTTP client that sends files to signed URLs. What <c>ConfigureHttpClientDefaults</c> adds to every client doesn't reach this one.",
            "Is given the client's builder. Whatever it adds to requests goes to storage.");
        if (model.TakesToken)
        {
            writer.Line();
            TokenProvider(writer, model);
        }

        writer.Close();
        return writer.ToString();
    }

    private static void Names(SourceWriter writer, ApiModel model)
    {
        var name = $"{model.Namespace}.{model.ClientName}".Replace("@", "");
        writer.Line($"internal const string ApiHttpClient = {CSharpText.Literal(name)};");
        writer.Line($"internal const string StorageHttpClient = {CSharpText.Literal(name + ".Storage")};");
        writer.Line();
    }

    private static void HttpClient(SourceWriter writer, ApiModel model, string name, string summary, string configure)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        XmlDoc.Param(writer, "configure", configure);
        writer.Line("/// <returns>This builder.</returns>");
        writer.Open($"public {model.BuilderName} Configure{name}({Known.Action}<{Known.HttpClientBuilder}> configure)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(configure);");
        writer.Line($"configure(Services.AddHttpClient({name}));");
        writer.Line("return this;");
        writer.Close();
    }

    private static void TokenProvider(SourceWriter writer, ApiModel model)
    {
        writer.Line("/// <summary>Takes the API key or access token from a service, before each request, so that it can be renewed.</summary>");
        XmlDoc.Param(
            writer,
            "provider",
            "Gives the token; called concurrently when requests are made so. "
                + "Its services are those of the container's root: singletons, and no scoped ones.");
        writer.Line("/// <returns>This builder.</returns>");
        writer.Line($"public {model.BuilderName} UseTokenProvider(");
        writer.List([$"{Known.Func}<{Known.ServiceProvider}, {Known.CancellationToken}, {Known.ValueTask}<string>> provider"], ")");
        writer.Open();
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(provider);");
        writer.Line($"Services.AddOptions<{model.OptionsName}>().Configure<{Known.ServiceProvider}>((options, services) =>");
        writer.Indent();
        writer.Line($"options.Credential = {Known.ApiCredential}.FromProvider(cancellationToken => provider(services, cancellationToken)));");
        writer.Unindent();
        writer.Line("return this;");
        writer.Close();
    }
}
