using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>
/// How a client gets into a service container. In the client's own namespace rather than the container's: two documents with clients of one name
/// must not meet.
/// </summary>
internal static class ServiceCollectionEmitter
{
    public static string Emit(ApiModel model)
    {
        var writer = SourceFile.Begin(model, "Microsoft.Extensions.DependencyInjection");
        writer.Line($"/// <summary>Adds <see cref=\"{model.ClientName}\"/> to a service container.</summary>");
        writer.Line(Known.GeneratedCode);
        writer.Open($"{(model.IsPublic ? "public" : "internal")} static class {model.ServiceCollectionExtensionsName}");
        FromCode(writer, model);
        writer.Line();
        FromConfiguration(writer, model);
        writer.Line();
        Registration(writer, model);
        writer.Close();
        writer.Line();
        ClientConstructor(writer, model);
        return writer.ToString();
    }

    private static void FromCode(SourceWriter writer, ApiModel model)
    {
        Documentation(writer, model);
        XmlDoc.Param(writer, "configure", "Sets address, credentials, time limits.");
        Method(writer, model, $"{Known.Action}<{model.OptionsName}>? configure = null");
        writer.Line($"var options = services.AddOptions<{model.OptionsName}>();");
        writer.Open("if (configure is not null)");
        writer.Line("options.Configure(configure);");
        writer.Close();
        writer.Line();
        writer.Line("return Add(services);");
        writer.Close();
    }

    private static void FromConfiguration(SourceWriter writer, ApiModel model)
    {
        Documentation(writer, model);
        var credential = Credential(model);
        writer.Line(
            $"/// <param name=\"section\">Settings: <c>BaseAddress</c>, {credential}<c>StallTimeout</c>, <c>ResponseTimeout</c>, "
            + "<c>ValidateRequests</c>, <c>Retry:MaxAttempts</c> and the like. All may be missing.</param>");
        Method(writer, model, $"{Known.ConfigurationSection} section");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(section);");
        var apply = $"{Known.ClientConfiguration}.Apply(options, section.Path, name => section[name])";
        writer.Line($"services.AddOptions<{model.OptionsName}>().Configure(options => {apply});");
        writer.Line("return Add(services);");
        writer.Close();
    }

    private static string Credential(ApiModel model)
    {
        var key = model.TakesToken ? "<c>ApiKey</c>, which may change while the program runs, " : "";
        return key + (model.TakesPassword ? "<c>User</c> and <c>Password</c>, " : "");
    }

    private static void Documentation(SourceWriter writer, ApiModel model)
    {
        writer.Line(
            $"/// <summary>Adds a <see cref=\"{model.ClientName}\"/> as a singleton. "
            + "It has an HTTP client made for each request, so handlers are renewed however long it lives.</summary>");
        writer.Line("/// <param name=\"services\">The service container.</param>");
    }

    private static void Method(SourceWriter writer, ApiModel model, string parameter)
    {
        writer.Line("/// <returns>Sets up the client further.</returns>");
        writer.Line($"public static {model.BuilderName} Add{model.ClientName.TrimStart('@')}(");
        writer.List([$"this {Known.ServiceCollection} services", parameter], ")");
        writer.Open();
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(services);");
    }

    private static void Registration(SourceWriter writer, ApiModel model)
    {
        writer.Open($"private static {model.BuilderName} Add({Known.ServiceCollection} services)");
        writer.Line($"var builder = new {model.BuilderName}(services);");
        writer.Line("// Added before: how it was set up then still holds.");
        writer.Open($"if (global::System.Linq.Enumerable.Any(services, static service => service.ServiceType == typeof({model.ClientName})))");
        writer.Line("return builder;");
        writer.Close();
        writer.Line();
        var configure = $"PostConfigure<{Known.LoggerFactory}>(static (options, loggers) => options.LoggerFactory ??= loggers)";
        writer.Line($"services.AddOptions<{model.OptionsName}>().{configure};");
        writer.Line($"services.AddSingleton(static provider => new {model.ClientName}(");
        var factory = $"provider.GetRequiredService<{Known.HttpClientFactory}>()";
        writer.List([factory, $"provider.GetRequiredService<{Known.Options}<{model.OptionsName}>>().Value"], "));");
        writer.Line("return builder");
        writer.Indent();
        ApiHttpClient(writer, model);
        StorageHttpClient(writer);
        writer.Unindent();
        writer.Close();
    }

    private static void ApiHttpClient(SourceWriter writer, ApiModel model)
    {
        writer.Line(".ConfigureApiHttpClient(static http => http");
        writer.Indent();
        writer.Line($".ConfigurePrimaryHttpMessageHandler(static () => {Known.HttpHandlers}.ForApi())");
        writer.Line($".ConfigureHttpClient(static client => client.Timeout = {Known.Infinite})");
        // In a URL, a key is logged at every level.
        var hasKeyInUrl = model.SecuritySchemes.Any(scheme => scheme.Kind == SecurityKind.ApiKeyQuery);
        writer.Line(hasKeyInUrl ? ".RemoveAllLoggers())" : ".RedactLoggedHeaders(static _ => true))");
        writer.Unindent();
    }

    private static void StorageHttpClient(SourceWriter writer)
    {
        writer.Line("// Storage is a third party: what the program adds to every HTTP client isn't for it. And loggers would tell its signed URLs.");
        writer.Line(".ConfigureStorageHttpClient(static http => http");
        writer.Indent();
        writer.Line($".ConfigurePrimaryHttpMessageHandler(static () => {Known.HttpHandlers}.ForStorage())");
        writer.Line(".ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())");
        writer.Line(".ConfigureHttpClient(static client => client.DefaultRequestHeaders.Clear())");
        writer.Line($".ConfigureHttpClient(static client => client.Timeout = {Known.Infinite})");
        writer.Line(".RemoveAllLoggers());");
        writer.Unindent();
    }

    private static void ClientConstructor(SourceWriter writer, ApiModel model)
    {
        writer.Open($"partial class {model.ClientName}");
        writer.Line($"internal {model.ClientName}({Known.HttpClientFactory} factory, {model.OptionsName} options)");
        writer.Indent();
        writer.Line($"=> _api = new {Known.ApiConnection}(");
        writer.List(
            [
                $"() => factory.CreateClient({model.BuilderName}.ApiHttpClient)",
                $"() => factory.CreateClient({model.BuilderName}.StorageHttpClient)",
                "options",
                CSharpText.Literal(model.Server),
            ],
            ");");
        writer.Unindent();
        writer.Close();
    }
}
