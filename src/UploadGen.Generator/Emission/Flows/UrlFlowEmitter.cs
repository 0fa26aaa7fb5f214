using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>An upload to a URL: the step that sends the file, the one call, and the one for many files.</summary>
internal sealed class UrlFlowEmitter(SourceWriter writer, ApiModel model, UrlFlowModel flow)
{
    private const string Told = "What the last answer says of the file.";

    private readonly CallEmitter _call = new(writer, model, flow);

    /// <summary>What the step that sends the file does, in a word.</summary>
    private string Sends => flow switch
    {
        PresignedFlowModel => "PUTs",
        AnsweredFlowModel or ProtocolFlowModel => "sends",
        _ => "POSTs",
    };

    public void Emit()
    {
        writer.Line();
        Send();
        writer.Line();
        Whole();
        writer.Line();
        Builder();
        if (flow.Storage.Many is { } many)
        {
            ManyEmitter.Emit(writer, flow, many.Call, _call.Result);
        }
    }

    private void Send()
    {
        writer.Line($"/// <summary>{Capital(Sends)} the file to storage: the second step, after <see cref=\"{_call.Create.MethodName}\"/>.</summary>");
        var needless = flow.Storage.Presence is null ? "" : " One without a URL needs no such step if the API has the file already.";
        XmlDoc.Param(writer, "session", "The opened upload." + needless);
        XmlDoc.Param(writer, "content", "The file, as it was announced: same media type, same size.");
        XmlDoc.Param(writer, "progress", MethodParameterText.Progress.Description);
        XmlDoc.Param(writer, "cancellationToken", "Ends the upload.");
        if (Answer is not null)
        {
            writer.Line($"/// <returns>{Told}{(Answer is NullableType ? " It is null where that has no JSON." : "")}</returns>");
        }

        writer.Line("/// <exception cref=\"global::UploadGen.UploadException\">Storage refused the file, or it could not be sent whole.</exception>");
        writer.Line($"[{Known.Annotations}.PutsUpload({CSharpText.Literal(flow.Name)})]");
        writer.Line($"public virtual {Known.Task}{(Answer is null ? "" : $"<{TypeText.Write(Answer)}>")} {flow.Storage.MethodName}(");
        writer.List(
            [
                $"[{Known.Annotations}.UploadSession] {flow.Opening.Session.Name} session",
                $"{Known.UploadContent} content",
                MethodParameterText.Progress.Declaration,
                MethodParameterText.CancellationToken("").Declaration,
            ],
            ")");
        writer.Indent();
        if (flow is ProtocolFlowModel sentBy)
        {
            writer.Line($"=> {Sending(Target(sentBy), "content", "progress", "cancellationToken")};");
            writer.Unindent();
            return;
        }

        var (method, with) = flow switch
        {
            PresignedFlowModel put => ("PutAsync", _call.Texts("headers", put.Headers)),
            FilePostFlowModel post => ("PostFileAsync", _call.Texts("headers", post.Headers)),
            FormPostFlowModel form => ("PostFormAsync", Form(form)),
            AnsweredFlowModel sent => ("SendAsync", Answered(sent)),
            _ => throw new InvalidOperationException("A file goes to its URL by PUT, by POST, or as the answer says."),
        };
        List<string> arguments = [CSharpText.Literal(_call.Create.Id), flow.Storage.Url.From("session"), "content", with, "progress", "cancellationToken"];
        if (flow is PresignedFlowModel or FilePostFlowModel)
        {
            writer.Line($"=> _api.Storage.{method}({string.Join(", ", arguments)});");
        }
        else
        {
            writer.Line($"=> _api.Storage.{method}(");
            writer.List(arguments, ");");
        }

        writer.Unindent();
    }

    /// <summary>The last answer, where that is what the upload gives.</summary>
    private TypeRef? Answer => (flow as ProtocolFlowModel)?.Answer;

    /// <summary>A call that sends the file by a protocol, and gives what the last answer says of it.</summary>
    private string Sending(string target, params string[] arguments)
        => Answer switch
        {
            null => Request("SendAsync", [target, .. arguments]),
            NullableType => Request("SendForJsonAsync", [target, .. arguments]),
            _ => Request("SendAsync", [target, JsonText.Reader(Answer), .. arguments]),
        };

    /// <summary>What the upload gives: the last answer, and what opened it where that may say nothing.</summary>
    private void Result(TypeRef answer)
    {
        writer.Line($"Result = (session, answer) => {(flow.Call.IsWithSession ? "new(session, answer)" : "answer")},");
        writer.Line($"ReadAnswer = {JsonText.Reader(answer)},");
        writer.Line($"WriteAnswer = {JsonText.Writer(answer)},");
    }

    /// <summary>A call of the engine's storage for the operation that gave the URL.</summary>
    private string Request(string method, params string[] arguments)
        => $"_api.Storage.{method}({CSharpText.Literal(_call.Create.Id)}, {string.Join(", ", arguments)})";

    /// <summary>Where the file goes by a protocol, and what goes with its requests.</summary>
    private string Target(ProtocolFlowModel sent, string? isBegun = null)
        => $"new {Known.ResumableUpload}({Known.UploadProtocol}.{sent.Protocol}, {Url(flow.Storage.Url)})"
            + Said(
                Headers(sent.Headers),
                sent.IsEndpoint ? "IsEndpoint = true" : null,
                isBegun)
            + (IsOfServer(sent.Protocol) ? string.Concat(OperationEmitter.Security(_call.Create)) : "");

    /// <summary>
    /// Whether what serves the protocol is a server like any other, which may ask for a credential. A session in ranges and a SAS carry what they want in their
    /// URL, and refuse another credential beside it.
    /// </summary>
    private static bool IsOfServer(UploadProtocol protocol) => protocol is UploadProtocol.Tus or UploadProtocol.HttpResumable;

    private string Form(FormPostFlowModel form)
        => $"new {Known.StorageForm}({_call.Texts("Fields", form.Fields)})" + Said(Headers(form.Headers), FileField(form.FileField));

    private string Answered(AnsweredFlowModel sent)
    {
        var method = sent.Method;
        var text = Text(method.Path)
            + (method.Default is { } usual && method.Path.CanBeNull ? $" ?? {CSharpText.Literal(usual)}" : "");
        var fields = method.Fields is { } texts ? $"Fields = {_call.Texts(texts)}" : null;
        return $"new {Known.AnsweredRequest}({text})"
            + Said(Headers(sent.Headers), fields, FileField(method.FileField), method.WantsForm ? "WantsForm = true" : null);
    }

    private string? Headers(TextsModel? headers) => headers is null ? null : $"Headers = {_call.Texts(headers)}";

    private static string? FileField(string? name) => name is null ? null : $"FileField = {CSharpText.Literal(name)}";

    /// <summary>An initializer of what is said, if anything is.</summary>
    private static string Said(params string?[] members)
        => string.Join(", ", members.OfType<string>()) is { Length: > 0 } list ? $" {{ {list} }}" : "";

    private void Whole()
    {
        var steps = flow.Storage.Confirm is null ? $"opens the upload and {Sends} the file" : $"opens the upload, {Sends} the file, confirms it";
        writer.Line($"/// <summary>Uploads a file in one call: {steps}.</summary>");
        writer.Line($"/// <remarks>{string.Join(", ", Requests())}.</remarks>");
        _call.Method(Returns());
    }

    /// <summary>What is to be said of a result that isn't the session or the confirmation alone.</summary>
    private string? Returns() => (flow.Storage.Presence, flow.Call.IsWithSession) switch
    {
        (null, true) => $"What <see cref=\"{_call.Create.MethodName}\"/> gives, and as its confirmation what the last answer says of the file.",
        (null, false) => Answer is null ? null : Told,
        (_, true) => "What the steps give, and whether the file was sent: if the API says that it has it already, nothing is sent and nothing confirmed.",
        _ => $"What <see cref=\"{_call.Create.MethodName}\"/> gives. Without a URL, it says that the API has the file already, and nothing was sent.",
    };

    /// <summary>The requests in their order, as HTTP writes them.</summary>
    private IEnumerable<string> Requests()
    {
        yield return CallEmitter.Request(_call.Create);
        var url = flow.Storage.Url.Last;
        var methods = flow switch
        {
            PresignedFlowModel => "<c>PUT</c>",
            AnsweredFlowModel => "<c>PUT</c> or <c>POST</c>",
            ProtocolFlowModel sent => Requests(sent.Protocol),
            _ => "<c>POST</c>",
        };
        yield return $"{methods} to the <see cref=\"{url.DeclaringType}.{url.Name}\"/> of its answer";
        if (flow.Storage.Confirm is { } confirm)
        {
            yield return CallEmitter.Request(_call.Operation(confirm.Step));
        }
    }

    private static string Requests(UploadProtocol protocol) => protocol switch
    {
        UploadProtocol.Tus => "<c>PATCH</c>, by the tus protocol,",
        UploadProtocol.HttpResumable => "<c>PATCH</c>, as HTTP's resumable uploads have it,",
        UploadProtocol.Blocks => "<c>PUT</c>, in blocks where the file is large,",
        _ => "<c>PUT</c>, range after range,",
    };

    /// <summary>The steps in the order in which they are done.</summary>
    private void Builder()
    {
        var session = flow.Opening.Session.Name;
        var type = Answer is null ? $"{Known.UploadFlow}<{session}, {_call.Result}>"
            : $"{Known.AnsweredUpload}<{session}, {TypeText.Write(Answer)}, {_call.Result}>";
        _call.OpenBuilder(type, "file, ct");
        _call.Digests(flow.Opening.Create, flow.Storage.Confirm?.Step);
        writer.Line($"Url = session => {Url(flow.Storage.Url)},");
        if (flow is ProtocolFlowModel { Protocol: var protocol })
        {
            writer.Line($"Protocol = {Known.UploadProtocol}.{protocol},");
        }

        Existing();
        _call.Id();
        writer.Line($"Put = {flow.Storage.MethodName},");
        Continue();
        if (Answer is null)
        {
            _call.Confirm(flow.Storage.Confirm);
        }
        else
        {
            Result(Answer);
        }

        _call.Abort();
        _call.State();
        if (flow.Storage.Many is { } many)
        {
            _call.Journal(many);
        }

        _call.CloseBuilder();
    }

    /// <summary>
    /// How an upload by a protocol goes on, and how it is given up where the API has no operation for that. Blocks that no list names go by themselves.
    /// Of an upload that was created at an endpoint, the state knows the URL.
    /// </summary>
    private void Continue()
    {
        if (flow is not ProtocolFlowModel sent)
        {
            return;
        }

        var begun = Sending(Target(sent, isBegun: "IsBegun = true"), "file", "progress", "ct");
        writer.Line($"Continue = (session, file, progress, ct) => {begun},");
        if (sent.Abort is null && sent.Protocol != UploadProtocol.Blocks && !sent.IsEndpoint)
        {
            writer.Line($"Abort = (session, ct) => {Request("AbortAsync", Target(sent), "ct")},");
        }
    }

    /// <summary>How the API says that it has the file already.</summary>
    private void Existing()
    {
        if (flow.Storage.Presence is not { } presence)
        {
            return;
        }

        var flags = presence.Flags.Select(flag => Flag(flag, isDenied: presence.IsMeantByLack)).ToList();
        if (!presence.IsMeantByLack && presence.State is { } state)
        {
            flags.Add($"{Known.SessionMember}.SaysStored({Text(state)})");
        }

        var says = string.Join(presence.IsMeantByLack ? " && " : " || ", flags);
        var url = flow.Storage.Url;
        var lacks = url.Type is ScalarType { Kind: Scalar.Uri } ? $"{url.From("session")} is null" : $"string.IsNullOrEmpty({url.From("session")})";
        var isThere = says.Length == 0 ? lacks : flags.Count > 1 && !presence.IsMeantByLack ? $"{lacks} && ({says})" : $"{lacks} && {says}";
        var result = flow.Call.IsWithSession ? $"new {_call.Result}(session)" : "session";
        writer.Line("Existing = new(");
        writer.List([$"session => {isThere}", $"session => {result}"], "),");
    }

    /// <param name="flag">A boolean of the session.</param>
    /// <param name="isDenied">Whether the flag only counts if it denies that the API has the file; else only if it says so.</param>
    private static string Flag(PresenceFlag flag, bool isDenied)
        => flag.Path.CanBeNull ? $"{flag.Path.From("session")} {(isDenied ? "!=" : "==")} {(flag.Value != isDenied ? "true" : "false")}"
            : flag.Value ? flag.Path.From("session")
            : "!" + flag.Path.From("session");

    /// <summary>A member that is a text, an enum or any JSON, as a text.</summary>
    private static string Text(MemberPath path)
        => path.From("session") + (path.Type is ScalarType { Kind: Scalar.String } ? "" : path.CanBeNull ? "?.ToString()" : ".ToString()");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);

    private static string Url(MemberPath url)
        => url.Type is ScalarType { Kind: Scalar.Uri } ? $"{url.From("session")}{(url.CanBeNull ? "?" : "")}.OriginalString" : url.From("session");
}
