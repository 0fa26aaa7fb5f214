using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>
/// The one call of a flow, and the private method behind it that puts the steps together. They are made of the client's own methods, so that a subclass or
/// a mock of one step is used by the whole.
/// </summary>
internal sealed class CallEmitter
{
    private static readonly MethodParameterText Options
        = new("options", Known.UploadOptions, false, "The state to keep, and to go on with after a crash, a failure or a pause.");

    private readonly SourceWriter _writer;
    private readonly ApiModel _model;
    private readonly SessionFlowModel _flow;
    private readonly IReadOnlyList<MethodParameterText> _parameters;

    public CallEmitter(SourceWriter writer, ApiModel model, SessionFlowModel flow)
    {
        _writer = writer;
        _model = model;
        _flow = flow;
        _parameters = flow.Call.Parameters.Select(MethodParameterText.From).ToList();
        Create = model.Operation(flow.Opening.Create.Operation);
        Values = new FlowValueText(Create);
        Steps = new StepEmitter(writer, model, Values);
    }

    /// <summary>The operation that opens the upload.</summary>
    public OperationModel Create { get; }

    public FlowValueText Values { get; }

    public StepEmitter Steps { get; }

    public string Result
        => _flow.Call.IsWithSession
            ? $"{Known.UploadResult}<{_flow.Opening.Session.Name}, {TypeText.OfResult(_flow.Call.Result)}>"
            : TypeText.OfResult(_flow.Call.Result);

    /// <summary>A request, as HTTP writes it.</summary>
    public static string Request(OperationModel operation) => $"<c>{operation.HttpMethod} {CSharpText.Xml(operation.Path)}</c>";

    /// <summary>The public method, after its summary: what is said of its parameters and result, its head and its body.</summary>
    /// <param name="returns">What is said of the result, if anything.</param>
    /// <param name="options">The options that only this kind of flow has.</param>
    public void Method(string? returns = null, MethodParameterText? options = null)
    {
        var call = _flow.Call;
        List<MethodParameterText> handed = [options ?? Options, MethodParameterText.Progress, MethodParameterText.CancellationToken("Ends the upload.")];
        List<MethodParameterText> all = [Content(), .. _parameters, .. handed];
        foreach (var parameter in all)
        {
            XmlDoc.Param(_writer, parameter.Name, parameter.Description);
        }

        if (returns is not null)
        {
            _writer.Line($"/// <returns>{returns}</returns>");
        }

        _writer.Line($"[{Known.Annotations}.UploadsFile({CSharpText.Literal(_flow.Name)})]");
        _writer.Line($"public virtual {Known.Task}<{Result}> {call.MethodName}(");
        _writer.List(all.Select(parameter => parameter.Declaration).ToList(), ")");
        _writer.Indent();
        _writer.Line($"=> _api.Uploads.RunAsync({call.BuilderName}({Names(_parameters)}), content, {Names(handed)});");
        _writer.Unindent();
    }

    /// <summary>Begins the private method: its head, and what all kinds of flows begin with.</summary>
    /// <param name="type">The engine's type of the flow.</param>
    /// <param name="createParameters">The parameters of the lambda that opens the upload.</param>
    public void OpenBuilder(string type, string createParameters)
    {
        _writer.Line($"private {type} {_flow.Call.BuilderName}({string.Join(", ", _parameters.Select(parameter => parameter.Handed))})");
        _writer.Indent();
        _writer.Open($"=> new({CSharpText.Literal(_flow.Name)}, {CSharpText.Literal(Create.Id)})");
        Announced();
        Steps.Emit("Create", createParameters, _flow.Opening.Create);
    }

    /// <summary>The digests of the file that steps are told, so that they are made while it is read.</summary>
    public void Digests(params StepModel?[] steps)
    {
        var algorithms = steps.OfType<StepModel>()
            .SelectMany(step => step.Arguments)
            .SelectMany(argument => FlowValueText.Digests(argument.Value))
            .Select(FlowValueText.Algorithm)
            .Distinct()
            .ToList();
        if (algorithms.Count > 0)
        {
            _writer.Line($"Digests = [{string.Join(", ", algorithms)}],");
        }
    }

    public void CloseBuilder()
    {
        _writer.Close(";");
        _writer.Unindent();
    }

    public void Id()
    {
        if (_flow.Opening.Id is { } id)
        {
            _writer.Line($"Id = session => $\"{{{id.From("session")}}}\",");
        }
    }

    /// <summary>What confirms the upload; where nothing does, the session is what the call gives.</summary>
    public void Confirm(ConfirmModel? confirm)
    {
        if (confirm is null)
        {
            _writer.Line($"Confirm = (session, _, _) => {Known.Task}.FromResult(session),");
            _writer.Line("IsConfirmed = false,");
            return;
        }

        var pair = _flow.Call.IsWithSession ? Result : null;
        Steps.Emit("Confirm", "session, file, ct", confirm.Step, givesSession: Operation(confirm.Step).Result is null, pair);
        if (confirm.RecordedSize is { } size)
        {
            _writer.Line($"RecordedSize = result => {size.From(pair is null ? "result" : "result.Confirmation?")},");
        }
    }

    public void Abort()
    {
        if (_flow.Abort is { } abort)
        {
            _writer.Line($"Abort = (session, ct) => {Steps.NamedCall(abort)},");
        }
    }

    /// <summary>How a state holds the session.</summary>
    public void State()
    {
        var session = _flow.Opening.Session;
        var headers = SessionText.Headers(_model, session);
        _writer.Line($"ReadSession = {SessionText.Reader(session, headers)},");
        _writer.Line($"WriteSession = {SessionText.Writer(session, headers)},");
    }

    /// <summary>What another run of the program needs, if this one breaks off.</summary>
    public void Journal(ManySessionsModel many)
    {
        var session = _flow.Opening.Session;
        var headers = SessionText.Headers(_model, session);
        // A header that is no URL may be all that lets a client in.
        var secrets = many.Secrets.Concat(headers.Where(header => header.IsSecret).Select(header => header.JsonName)).Distinct().ToList();
        var written = new[] { SessionText.Reader(session, headers), SessionText.Writer(session, headers) };
        if (many.JournalsSession)
        {
            _writer.Line($"SessionJson = {ManyEmitter.Json(written, secrets)},");
        }

        var result = _flow.Call.Result;
        var json = _flow.Call.IsWithSession ? ManyEmitter.Json($"{session.Name}, {TypeText.OfResult(result)}", [.. written, .. Text(result)], secrets)
            : result == session ? ManyEmitter.Json(written, secrets)
            : ManyEmitter.Json(Text(result), secrets);
        _writer.Line($"ResultJson = {json},");
    }

    private static string[] Text(TypeRef type) => [JsonText.Reader(type), JsonText.Writer(type)];

    /// <summary>The operation that a step calls.</summary>
    public OperationModel Operation(StepModel step) => _model.Operation(step.Operation);

    /// <summary>Headers or fields, or null for the parameter that takes them.</summary>
    public string Texts(string parameter, TextsModel? texts) => texts is null ? parameter + ": null" : Texts(texts);

    /// <summary>Headers or fields as the engine takes them: texts with their names.</summary>
    public string Texts(TextsModel texts) => Texts(texts, "session", Create, texts.Path.JsonName);

    /// <summary>Headers or fields in any answer.</summary>
    /// <param name="texts">Where they are.</param>
    /// <param name="root">The answer, or an item of it.</param>
    /// <param name="operation">The operation that answered.</param>
    /// <param name="name">What they are called in a message.</param>
    public static string Texts(TextsModel texts, string root, OperationModel operation, string name)
    {
        var said = texts.Path.From(root);
        var place = $"{CSharpText.Literal(operation.Id)}, {CSharpText.Literal(name)}";
        return texts switch
        {
            { Names: { } names, Values: { } values } => $"{Known.UploadTexts}.FromLists({names.From(root)}, {values.From(root)}, {place})",
            { Path.Type: MapType { Value: ScalarType { Kind: Scalar.String } } } => said,
            { Path.Type: ListType { Item: ScalarType { Kind: Scalar.String } } } => $"{Known.UploadTexts}.FromLines({said}, {place})",
            _ => $"{Known.UploadTexts}.From({said}, {place})",
        };
    }

    private static string Names(IEnumerable<MethodParameterText> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Name));

    private MethodParameterText Content()
        => new("content", Known.UploadContent, true, "The file." + (_flow.Call.MaxSize is { } max ? $" Up to {max} bytes." : ""));

    /// <summary>Where the request tells of the file and limits it.</summary>
    private void Announced()
    {
        var calls = _flow.Opening.Announced.Select(Announcement).ToList();
        if (calls.Count == 0)
        {
            return;
        }

        _writer.Line($"Announced = new {Known.AnnouncedFile}()");
        _writer.Indent();
        for (var i = 0; i < calls.Count; i++)
        {
            _writer.Line(calls[i] + (i == calls.Count - 1 ? "," : ""));
        }

        _writer.Unindent();
    }

    private static string Announcement(AnnouncedModel member)
    {
        var description = member.Description is { Length: > 0 } text ? ", " + CSharpText.Literal(BodyText.Bounded(text)) : "";
        return $".{member.Role}({CSharpText.Literal(member.WireName)}{description})";
    }
}
