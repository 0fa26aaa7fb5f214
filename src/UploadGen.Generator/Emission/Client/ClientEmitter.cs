using UploadGen.Generator.Emission.Flows;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The client: how it is made, then a method per operation, then a method per flow.</summary>
internal static class ClientEmitter
{
    public static IEnumerable<SourceFile> Emit(ApiModel model, TypeChecks checks, int maxLines, CancellationToken cancellationToken)
    {
        var number = 1;
        var values = new ValueChecks(checks, new CheckFieldNames(model.Operations.SelectMany(operation => operation.CheckFields)));
        var writer = SourceFile.Begin(model);
        Documentation(writer, model);
        Open(writer, model);
        Construction(writer, model);

        foreach (var operation in model.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.LineCount > maxLines)
            {
                writer.Close();
                yield return new SourceFile(Emitter.HintName(model, model.ClientName, number++), writer.ToString());
                writer = SourceFile.Begin(model);
                Open(writer, model);
            }

            writer.Line();
            OperationEmitter.Emit(writer, operation, model.FlowRoles.Find(operation.Key), values);
        }

        foreach (var flow in model.Flows)
        {
            FlowEmitter.Emit(writer, flow, model);
        }

        writer.Close();
        yield return new SourceFile(Emitter.HintName(model, model.ClientName, number), writer.ToString());
        yield return Options(model);
    }

    /// <summary>Options of its own for each client: two vendors' tokens in one service container must not be mistaken for each other.</summary>
    private static SourceFile Options(ApiModel model)
    {
        var writer = SourceFile.Begin(model);
        writer.Line($"/// <summary>Options of <see cref=\"{model.ClientName}\"/>: address, credentials, time limits.</summary>");
        writer.Line(Known.GeneratedCode);
        writer.Line($"{(model.IsPublic ? "public" : "internal")} partial class {model.OptionsName} : {Known.ClientOptions}");
        writer.Open();
        writer.Close();
        return new SourceFile(Emitter.HintName(model, model.OptionsName, 1), writer.ToString());
    }

    private static void Documentation(SourceWriter writer, ApiModel model)
    {
        XmlDoc.Write(writer, $"Client of the {model.Title}", remarks: model.Description);
        writer.Line(Known.GeneratedCode);
    }

    private static void Open(SourceWriter writer, ApiModel model)
        => writer.Open($"{(model.IsPublic ? "public" : "internal")} partial class {model.ClientName}");

    private static void Construction(SourceWriter writer, ApiModel model)
    {
        foreach (var scheme in model.SecuritySchemes)
        {
            writer.Line($"private static readonly {Known.SecurityScheme} {scheme.FieldName} = {Scheme(scheme)};");
        }

        if (model.SecuritySchemes.Count > 0)
        {
            writer.Line();
        }

        writer.Line($"private readonly {Known.ApiConnection} _api;");
        writer.Line();
        if (TakesKey(model))
        {
            CredentialConstructor(writer, model);
        }

        // Where no key is asked for, nothing needs to be said. The constructor for mocks, which has no parameters at all, isn't seen from outside.
        Constructor(writer, model, "A client over connections that all clients share.", [], isOptional: !TakesKey(model));
        Constructor(
            writer,
            model,
            "A client over a connection of yours. Storage never sees it, nor its headers.",
            [("httpClient", Known.HttpClient, "Sends the API calls.")]);
        writer.Line("/// <summary>For mocks: a client that reaches nothing. Override what a test calls.</summary>");
        writer.Line($"protected {model.ClientName}() => _api = {Known.ApiConnection}.Unconfigured;");
    }

    /// <summary>The shortest way to a client: a key or token, or where the API knows nothing else, user and password.</summary>
    private static void CredentialConstructor(SourceWriter writer, ApiModel model)
    {
        var isBasic = model.SecuritySchemes.All(scheme => scheme.Kind == SecurityKind.Basic);
        var what = isBasic ? "this user name and password" : "this key or token";
        writer.Line($"/// <summary>A client of {CSharpText.Xml(model.Server)} that sends {what}.</summary>");
        writer.Line(isBasic
            ? "/// <param name=\"user\">The user name.</param>\n"
                + "/// <param name=\"password\">The password. It goes to the API's own host only, never to storage.</param>"
            : "/// <param name=\"apiKey\">The API key or access token. It goes to the API's own host only, never to storage.</param>");
        writer.Line($"public {model.ClientName}({(isBasic ? "string user, string password" : "string apiKey")})");
        writer.Indent();
        var credential = isBasic ? "FromBasic(user, password)" : "FromToken(apiKey)";
        writer.Line($": this(new {model.OptionsName} {{ Credential = {Known.ApiCredential}.{credential} }})");
        writer.Unindent();
        writer.Open();
        writer.Close();
        writer.Line();
    }

    private static bool TakesKey(ApiModel model) => model.SecuritySchemes.Count > 0;

    private static void Constructor(
        SourceWriter writer, ApiModel model, string summary, (string Name, string Type, string Text)[] parameters, bool isOptional = false)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (var (name, _, text) in parameters)
        {
            XmlDoc.Param(writer, name, text);
        }

        var variables = model.ServerVariables is { } said ? " " + said : "";
        XmlDoc.Param(writer, "options", Settings(model) + variables);
        var list = string.Concat(parameters.Select(parameter => $"{parameter.Type} {parameter.Name}, "))
            + model.OptionsName
            + (isOptional ? "? options = null" : " options");
        writer.Line($"public {model.ClientName}({list})");
        writer.Indent();
        var given = isOptional ? $"options ?? new {model.OptionsName}()" : "options";
        writer.Line($"=> _api = new {Known.ApiConnection}({(parameters.Length == 0 ? "null" : "httpClient")}, {given}, {CSharpText.Literal(model.Server)});");
        writer.Unindent();
        writer.Line();
    }

    private static string Settings(ApiModel model)
        => TakesKey(model) ? "Address, credentials, time limits." : "Address, time limits. No operation asks for a credential, so none is sent.";

    private static string Scheme(SecuritySchemeModel scheme)
    {
        var parameter = scheme.Kind is SecurityKind.Bearer or SecurityKind.Basic ? "" : ", " + CSharpText.Literal(scheme.ParameterName ?? "");
        return $"{Known.SecurityScheme}.{scheme.Kind}({CSharpText.Literal(scheme.Id)}{parameter})";
    }
}
