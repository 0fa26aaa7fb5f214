using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>
/// The step that sends the file, and the flow in one call. The call is made of the client's own methods, so that a subclass or a
/// mock of one step is used by the whole.
/// </summary>
internal static class FlowEmitter
{
    public static void Emit(SourceWriter writer, FlowParts parts)
    {
        Send(writer, parts);
        writer.Line();
        Whole(writer, parts);
        writer.Line();
        Builder(writer, parts);
    }

    /// <summary>The attribute that tells the analyzer what a method does.</summary>
    public static string Attribute(FlowStep step) => step switch
    {
        FlowStep.Create => "CreatesUpload",
        FlowStep.Put => "PutsUpload",
        FlowStep.Confirm => "ConfirmsUpload",
        FlowStep.Abort => "AbortsUpload",
        _ => "UploadsFile",
    };

    private static void Send(SourceWriter writer, FlowParts parts)
    {
        var flow = parts.Flow;
        writer.Line($"/// <summary>{Verb(flow)}s the file to storage: the second step, after <see cref=\"{parts.Create.MethodName}\"/>.</summary>");
        XmlDoc.Param(writer, "session", "The opened upload.");
        XmlDoc.Param(writer, "content", "The file, as it was announced: same media type, same size.");
        XmlDoc.Param(writer, "progress", MethodParameter.Progress.Description);
        XmlDoc.Param(writer, "cancellationToken", "Ends the upload.");
        writer.Line("/// <exception cref=\"global::UploadGen.UploadException\">Storage refused the file, or it could not be sent whole.</exception>");
        writer.Line($"[{Known.Annotations}.PutsUpload({CSharpText.Literal(flow.Name)})]");
        writer.Line($"public virtual {Known.Task} {flow.SendMethodName}(");
        writer.List(
            [
                $"[{Known.Annotations}.UploadSession] {flow.Session!.Type} session",
                $"{Known.UploadContent} content",
                MethodParameter.Progress.Declaration,
                MethodParameter.CancellationToken("").Declaration,
            ],
            ")");
        writer.Indent();
        var (method, texts) = flow.Kind == FlowKind.FormPost ? ("PostFormAsync", Texts("fields", flow.Session.Fields)) : ("PutAsync", Texts("headers", flow.Session.Headers));
        writer.Line($"=> _api.Storage.{method}({CSharpText.Literal(parts.Create.Id)}, {flow.Session.Url!.Of("session")}, content, {texts}, progress, cancellationToken);");
        writer.Unindent();
    }

    private static string Verb(FlowModel flow) => flow.Kind == FlowKind.FormPost ? "POST" : "PUT";

    /// <summary>Headers or fields as the engine takes them: a map of texts.</summary>
    public static string Texts(string parameter, MemberPath? path)
        => path is null ? parameter + ": null"
            : path.Type is MapType { Value: ScalarType { Kind: Scalar.String } } ? path.Of("session")
            : $"{Known.UploadTexts}.From({path.Of("session")})";

    private static void Whole(SourceWriter writer, FlowParts parts)
    {
        var flow = parts.Flow;
        var parameters = Parameters(parts);
        var steps = parts.Confirm is null ? $"opens the upload and {Verb(flow)}s the file" : $"opens the upload, {Verb(flow)}s the file, confirms it";
        writer.Line($"/// <summary>Uploads a file in one call: {steps}.</summary>");
        writer.Line($"/// <remarks>{string.Join(", ", Requests(parts))}.</remarks>");
        foreach (var parameter in parameters)
        {
            XmlDoc.Param(writer, parameter.Name, parameter.Description);
        }

        writer.Line($"[{Known.Annotations}.UploadsFile({CSharpText.Literal(flow.Name)})]");
        writer.Line($"public virtual {Known.Task}<{Result(parts)}> {flow.MethodName}(");
        writer.List(parameters.Select(parameter => parameter.Declaration).ToList(), ")");
        writer.Indent();
        var said = string.Join(", ", parts.Parameters.Select(parameter => parameter.Name));
        writer.Line($"=> _api.Uploads.RunAsync({flow.BuilderName}({said}), content, progress, cancellationToken);");
        writer.Unindent();
    }

    /// <summary>The steps in the order in which they are done.</summary>
    private static void Builder(SourceWriter writer, FlowParts parts)
    {
        var flow = parts.Flow;
        var session = flow.Session!;
        var said = string.Join(", ", parts.Parameters.Select(parameter => $"{parameter.Type}{(parameter.IsRequired ? "" : "?")} {parameter.Name}"));
        writer.Line($"private {Known.UploadFlow}<{session.Type}, {Result(parts)}> {flow.BuilderName}({said})");
        writer.Indent();
        writer.Open($"=> new({CSharpText.Literal(flow.Name)}, {CSharpText.Literal(parts.Create.Id)})");
        if (parts.Announced is not "null")
        {
            writer.Line($"Announced = {parts.Announced},");
        }

        StepEmitter.Emit(writer, "Create = (file, ct) =>", parts.Create, parts.CreateArguments);
        writer.Line($"Url = session => {Url(session.Url!)},");
        if (parts.Id is { } id)
        {
            writer.Line($"Id = session => {id},");
        }

        writer.Line($"Put = {flow.SendMethodName},");
        Confirm(writer, parts);
        if (flow.RecordedSize is { } size)
        {
            writer.Line($"RecordedSize = result => {size.Of("result")},");
        }

        if (parts.Abort is { } abort)
        {
            writer.Line($"Abort = (session, ct) => {abort.MethodName}({string.Join(", ", parts.AbortArguments)}),");
        }

        if (flow.Many is not null)
        {
            Journal(writer, parts);
        }

        writer.Close(";");
        writer.Unindent();
    }

    /// <summary>What another run of the program needs, if this one breaks off.</summary>
    private static void Journal(SourceWriter writer, FlowParts parts)
    {
        var session = ManyEmitter.Json(parts.Create.Result!.AsNonNullable(), parts.Flow.Secrets);
        if (parts.Flow.IsResumable)
        {
            writer.Line($"SessionJson = {session},");
        }

        writer.Line($"ResultJson = {(parts.Confirm?.Result is { } result ? ManyEmitter.Json(result, parts.Flow.Secrets) : session)},");
    }

    private static void Confirm(SourceWriter writer, FlowParts parts)
    {
        if (parts.Confirm is not { } confirm)
        {
            writer.Line($"Confirm = (session, _, _) => {Known.Task}.FromResult(session),");
            writer.Line("IsConfirmed = false,");
        }
        else if (confirm.Result is not null)
        {
            StepEmitter.Emit(writer, "Confirm = (session, file, ct) =>", confirm, parts.ConfirmArguments);
        }
        else
        {
            // Nothing comes back, so the session is what there is to hand on.
            StepEmitter.Emit(writer, "Confirm = async (session, file, ct) =>", confirm, parts.ConfirmArguments, givesSession: true);
        }
    }

    /// <summary>What the one call gives: the confirmation's answer, or the session where nothing else comes.</summary>
    public static string Result(FlowParts parts) => parts.Confirm?.Result is { } result ? TypeText.OfResult(result) : parts.Flow.Session!.Type;

    private static string Url(MemberPath url)
        => url.Type is ScalarType { Kind: Scalar.Uri } ? $"{url.Of("session")}{(url.CanBeNull ? "?" : "")}.OriginalString" : url.Of("session");

    /// <summary>The requests in their order, as HTTP writes them.</summary>
    private static IEnumerable<string> Requests(FlowParts parts)
    {
        yield return $"<c>{parts.Create.HttpMethod} {CSharpText.Xml(parts.Create.Path)}</c>";
        var url = parts.Flow.Session!.Url!.Last;
        yield return $"<c>{Verb(parts.Flow)}</c> to the <see cref=\"{url.DeclaringType}.{url.Name}\"/> of its answer";
        if (parts.Confirm is { } confirm)
        {
            yield return $"<c>{confirm.HttpMethod} {CSharpText.Xml(confirm.Path)}</c>";
        }
    }

    /// <param name="own">Those of this kind of flow.</param>
    public static List<MethodParameter> Parameters(FlowParts parts, params MethodParameter[] own)
    {
        var size = parts.MaxSize is { } max ? $" Up to {max} bytes." : "";
        return
        [
            new MethodParameter("content", Known.UploadContent, true, "The file." + size),
            .. parts.Parameters,
            .. own,
            MethodParameter.Progress,
            MethodParameter.CancellationToken("Ends the upload."),
        ];
    }
}
