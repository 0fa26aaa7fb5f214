using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>An upload to a URL: the step that sends the file, the one call, and the one for many files.</summary>
internal sealed class UrlFlowEmitter(SourceWriter writer, ApiModel model, UrlFlowModel flow)
{
    private readonly CallEmitter _call = new(writer, model, flow);

    private string Verb => flow is PresignedFlowModel ? "PUT" : "POST";

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
            ManyEmitter.Emit(writer, flow, many.Call);
        }
    }

    private void Send()
    {
        writer.Line($"/// <summary>{Verb}s the file to storage: the second step, after <see cref=\"{_call.Create.MethodName}\"/>.</summary>");
        XmlDoc.Param(writer, "session", "The opened upload.");
        XmlDoc.Param(writer, "content", "The file, as it was announced: same media type, same size.");
        XmlDoc.Param(writer, "progress", MethodParameterText.Progress.Description);
        XmlDoc.Param(writer, "cancellationToken", "Ends the upload.");
        writer.Line("/// <exception cref=\"global::UploadGen.UploadException\">Storage refused the file, or it could not be sent whole.</exception>");
        writer.Line($"[{Known.Annotations}.PutsUpload({CSharpText.Literal(flow.Name)})]");
        writer.Line($"public virtual {Known.Task} {flow.Storage.MethodName}(");
        writer.List(
            [
                $"[{Known.Annotations}.UploadSession] {flow.Opening.Session.Name} session",
                $"{Known.UploadContent} content",
                MethodParameterText.Progress.Declaration,
                MethodParameterText.CancellationToken("").Declaration,
            ],
            ")");
        writer.Indent();
        var (method, with) = flow switch
        {
            PresignedFlowModel put => ("PutAsync", _call.Texts("headers", put.Headers)),
            FilePostFlowModel post => ("PostFileAsync", _call.Texts("headers", post.Headers)),
            FormPostFlowModel form => ("PostFormAsync", Form(form)),
            _ => throw new InvalidOperationException("A file goes to its URL by PUT or by POST."),
        };
        var arguments = $"{CSharpText.Literal(_call.Create.Id)}, {flow.Storage.Url.From("session")}, content, {with}, progress, cancellationToken";
        writer.Line($"=> _api.Storage.{method}({arguments});");
        writer.Unindent();
    }

    private string Form(FormPostFlowModel form)
    {
        List<string> said = [];
        if (form.Headers is { } headers)
        {
            said.Add($"Headers = {_call.Texts(headers)}");
        }

        if (form.FileField is { } name)
        {
            said.Add($"FileField = {CSharpText.Literal(name)}");
        }

        return $"new {Known.StorageForm}({_call.Texts("Fields", form.Fields)})" + (said.Count == 0 ? "" : $" {{ {string.Join(", ", said)} }}");
    }

    private void Whole()
    {
        var steps = flow.Storage.Confirm is null ? $"opens the upload and {Verb}s the file" : $"opens the upload, {Verb}s the file, confirms it";
        writer.Line($"/// <summary>Uploads a file in one call: {steps}.</summary>");
        writer.Line($"/// <remarks>{string.Join(", ", Requests())}.</remarks>");
        _call.Method();
    }

    /// <summary>The requests in their order, as HTTP writes them.</summary>
    private IEnumerable<string> Requests()
    {
        yield return CallEmitter.Request(_call.Create);
        var url = flow.Storage.Url.Last;
        yield return $"<c>{Verb}</c> to the <see cref=\"{url.DeclaringType}.{url.Name}\"/> of its answer";
        if (flow.Storage.Confirm is { } confirm)
        {
            yield return CallEmitter.Request(_call.Operation(confirm.Step));
        }
    }

    /// <summary>The steps in the order in which they are done.</summary>
    private void Builder()
    {
        _call.OpenBuilder($"{Known.UploadFlow}<{flow.Opening.Session.Name}, {_call.Result}>", "file, ct");
        writer.Line($"Url = session => {Url(flow.Storage.Url)},");
        _call.Id();
        writer.Line($"Put = {flow.Storage.MethodName},");
        Confirm();
        _call.Abort();
        if (flow.Storage.Many is { } many)
        {
            Journal(many);
        }

        _call.CloseBuilder();
    }

    private void Confirm()
    {
        if (flow.Storage.Confirm is not { } confirm)
        {
            writer.Line($"Confirm = (session, _, _) => {Known.Task}.FromResult(session),");
            writer.Line("IsConfirmed = false,");
            return;
        }

        _call.Steps.Emit("Confirm", "session, file, ct", confirm.Step, givesSession: _call.Operation(confirm.Step).Result is null);
        if (confirm.RecordedSize is { } size)
        {
            writer.Line($"RecordedSize = result => {size.From("result")},");
        }
    }

    /// <summary>What another run of the program needs, if this one breaks off.</summary>
    private void Journal(ManySessionsModel many)
    {
        if (many.JournalsSession)
        {
            writer.Line($"SessionJson = {ManyEmitter.Json(flow.Opening.Session, many.Secrets)},");
        }

        writer.Line($"ResultJson = {ManyEmitter.Json(flow.Call.Result, many.Secrets)},");
    }

    private static string Url(MemberPath url)
        => url.Type is ScalarType { Kind: Scalar.Uri } ? $"{url.From("session")}{(url.CanBeNull ? "?" : "")}.OriginalString" : url.From("session");
}
