using System.Globalization;
using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>An upload in parts in one call. It is made of the client's own methods, so that a subclass or a mock of one step is used by the whole.</summary>
internal static class PartsEmitter
{
    private static readonly MethodParameter Options = new("options", Known.PartsUploadOptions, false, "How the parts are sent, and a state to go on with.");

    public static void Emit(SourceWriter writer, FlowParts flow, PartsModel parts)
    {
        Whole(writer, flow);
        writer.Line();
        Builder(writer, flow, parts);
    }

    private static void Whole(SourceWriter writer, FlowParts flow)
    {
        var parameters = FlowEmitter.Parameters(flow, Options);
        writer.Line("/// <summary>Uploads a file in parts in one call: opens the upload, sends the parts, completes it. An upload that fails or is canceled is given up, unless its state is kept.</summary>");
        writer.Line($"/// <remarks>{string.Join(", ", Requests(flow))}.</remarks>");
        foreach (var parameter in parameters)
        {
            XmlDoc.Param(writer, parameter.Name, parameter.Description);
        }

        if (flow.Confirm!.Result is NullableType)
        {
            writer.Line($"/// <returns>What <see cref=\"{flow.Confirm.MethodName}\"/> gives; null where the API has all parts and isn't done with them yet.</returns>");
        }

        writer.Line($"[{Known.Annotations}.UploadsFile({CSharpText.Literal(flow.Flow.Name)})]");
        writer.Line($"public virtual {Known.Task}<{FlowEmitter.Result(flow)}> {flow.Flow.MethodName}(");
        writer.List(parameters.Select(parameter => parameter.Declaration).ToList(), ")");
        writer.Indent();
        var said = string.Join(", ", flow.Parameters.Select(parameter => parameter.Name));
        writer.Line($"=> _api.Uploads.RunAsync({flow.Flow.BuilderName}({said}), content, options, progress, cancellationToken);");
        writer.Unindent();
    }

    private static IEnumerable<string> Requests(FlowParts flow)
    {
        yield return $"<c>{flow.Create.HttpMethod} {CSharpText.Xml(flow.Create.Path)}</c>";
        yield return flow.Part is { } part
            ? $"<c>{part.HttpMethod} {CSharpText.Xml(part.Path)}</c> for each part"
            : "<c>PUT</c> of each part to its URL";
        yield return $"<c>{flow.Confirm!.HttpMethod} {CSharpText.Xml(flow.Confirm.Path)}</c>";
    }

    private static void Builder(SourceWriter writer, FlowParts flow, PartsModel parts)
    {
        var session = flow.Flow.Session!;
        var item = parts.Item?.Type ?? new ScalarType(Scalar.String);
        var said = string.Join(", ", flow.Parameters.Select(parameter => $"{parameter.Type}{(parameter.IsRequired ? "" : "?")} {parameter.Name}"));
        writer.Line($"private {Known.PartsFlow}<{session.Type}, {TypeText.Of(item)}, {FlowEmitter.Result(flow)}> {flow.Flow.BuilderName}({said})");
        writer.Indent();
        writer.Open($"=> new({CSharpText.Literal(flow.Flow.Name)}, {CSharpText.Literal(flow.Create.Id)})");
        if (flow.Announced is not "null")
        {
            writer.Line($"Announced = {flow.Announced},");
        }

        StepEmitter.Emit(writer, "Create = (file, count, ct) =>", flow.Create, flow.CreateArguments);
        Division(writer, flow, parts);
        if (flow.Id is { } id)
        {
            writer.Line($"Id = session => {id},");
        }

        Send(writer, flow, parts);
        var givesSession = flow.Confirm!.Result is null;
        StepEmitter.Emit(writer, $"Complete = {(givesSession ? "async " : "")}(session, file, parts, ct) =>", flow.Confirm, flow.ConfirmArguments, givesSession);
        if (flow.Abort is { } abort)
        {
            writer.Line($"Abort = (session, ct) => {abort.MethodName}({string.Join(", ", flow.AbortArguments)}),");
        }

        var type = new NamedType(session.Type, NamedKind.Record);
        writer.Line($"ReadSession = {JsonText.Reader(type)},");
        writer.Line($"WriteSession = {JsonText.Writer(type)},");
        writer.Line($"ReadPart = {JsonText.Reader(item)},");
        writer.Line($"WritePart = {JsonText.Writer(item)},");
        writer.Close(";");
        writer.Unindent();
    }

    /// <summary>How large parts are, and where they go.</summary>
    private static void Division(SourceWriter writer, FlowParts flow, PartsModel parts)
    {
        if (parts.Terms is { Inspect: { } inspect } told)
        {
            writer.Line("Terms = async (session, ct) =>");
            writer.Open();
            writer.Line($"var shown = await {inspect.Method}({string.Join(", ", flow.InspectArguments(inspect))}).ConfigureAwait(false);");
            writer.Line($"return {Terms(told, "shown")};");
            writer.Close(",");
        }
        else if (parts.Terms is { } terms)
        {
            writer.Line($"Terms = (session, _) => {Known.Task}.FromResult({Terms(terms, "session")}),");
        }

        if (parts.MaxPartSize is { } max)
        {
            writer.Line($"MaxPartSize = {max.ToString(CultureInfo.InvariantCulture)}L,");
        }

        if (flow.Part is null)
        {
            var more = parts.More is { } step ? $", (session, first, count, ct) => {step.Method}({string.Join(", ", flow.MoreArguments(step))})" : "";
            writer.Line($"Urls = new(session => {Urls(flow.Flow.Session!.Url!)}{more}),");
        }
    }

    private static string Terms(PartTermsModel terms, string root)
        => $"new {Known.PartTerms}((long?){terms.PartSize.Of(root)}, {(terms.IsParallel is { } path ? $"{path.Of(root)}{(path.CanBeNull ? " ?? true" : "")}" : "true")})";

    private static string Urls(MemberPath urls)
    {
        var list = urls.Of("session") + (urls.CanBeNull ? " ?? []" : "");
        return urls.Type is ListType { Item: ScalarType { Kind: Scalar.Uri } }
            ? $"global::System.Linq.Enumerable.ToList(global::System.Linq.Enumerable.Select({list}, url => url.OriginalString))"
            : list;
    }

    private static void Send(SourceWriter writer, FlowParts flow, PartsModel parts)
    {
        if (flow.Part is not { } part)
        {
            var headers = FlowEmitter.Texts("headers", flow.Flow.Session!.Headers);
            writer.Line($"SendPart = (session, part, progress, ct) => _api.Storage.PutPartAsync({CSharpText.Literal(flow.Create.Id)}, part, {headers}, {(parts.TakesParts ? "true" : "false")}, progress, ct),");
            return;
        }

        writer.Line("SendPart = async (session, part, progress, ct) =>");
        writer.Open();
        writer.Line($"{(parts.Item is null ? "" : "var sent = ")}await {part.MethodName}(");
        writer.List(flow.PartArguments.ToList(), ").ConfigureAwait(false);");
        writer.Line($"return {(parts.Item is { } item ? Item(part, item) : "\"\"")};");
        writer.Close(",");
    }

    private static string Item(OperationModel part, MemberPath item)
        => item.CanBeNull ? $"{Known.SessionMember}.Required({item.Of("sent")}, {CSharpText.Literal(part.Id)}, {CSharpText.Literal(item.JsonName)})" : item.Of("sent");
}
