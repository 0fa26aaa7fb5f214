using System.Globalization;
using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>An upload in parts: the one call, and the one for many files.</summary>
internal sealed class PartsFlowEmitter(SourceWriter writer, ApiModel model, PartsFlowModel flow)
{
    private static readonly MethodParameterText Options
        = new("options", Known.PartsUploadOptions, false, "How the parts are sent, and the state to keep and to go on with.");

    private readonly CallEmitter _call = new(writer, model, flow);
    private readonly OperationModel? _complete = flow.Complete is { } complete ? model.Operation(complete.Operation) : null;

    public void Emit()
    {
        writer.Line();
        Whole();
        writer.Line();
        Builder();
        if (flow.Many is { } many)
        {
            ManyEmitter.Emit(writer, flow, many.Call, _call.Result);
        }
    }

    private void Whole()
    {
        var steps = _complete is null ? "opens the upload, sends the parts" : "opens the upload, sends the parts, completes it";
        const string End = "An upload that fails or is canceled is given up, unless its state is kept.";
        writer.Line($"/// <summary>Uploads a file in parts in one call: {steps}. {End}</summary>");
        var requests = new[] { CallEmitter.Request(_call.Create), PartRequest(), _complete is null ? null : CallEmitter.Request(_complete) };
        writer.Line($"/// <remarks>{string.Join(", ", requests.Where(request => request is not null))}.</remarks>");
        var returns = $"What <see cref=\"{_complete?.MethodName}\"/> gives; null where the API has all parts and isn't done with them yet.";
        _call.Method(_complete?.Result is NullableType ? returns : null, Options);
    }

    private string PartRequest()
        => flow.Target switch
        {
            PartOperationModel target => $"{CallEmitter.Request(_call.Operation(target.Send))} for each part",
            PartUrlsModel { Given: null, Ask: { } ask } => $"{CallEmitter.Request(_call.Operation(ask.Step))}, <c>PUT</c> of each part to its URL",
            _ => "<c>PUT</c> of each part to its URL",
        };

    private void Builder()
    {
        var session = flow.Opening.Session;
        var (item, reader, jsonWriter) = Part();
        _call.OpenBuilder($"{Known.PartsFlow}<{session.Name}, {item}, {_call.Result}>", "file, count, ct");
        if (flow.Terms is { } terms)
        {
            Terms(terms);
        }

        switch (flow.Target)
        {
            case PartUrlsModel urls:
                new PartUrlsEmitter(writer, _call).Emit(urls);
                PartDigests();
                _call.Id();
                Put(urls);
                break;
            case PartOperationModel operation:
                MaxPartSize(operation);
                if (operation.IsSequential)
                {
                    writer.Line("IsSequential = true,");
                }

                _call.Id();
                Send(operation);
                break;
        }

        Complete();
        if (flow.RecordedSize is { } size)
        {
            writer.Line($"RecordedSize = result => {size.From(_complete?.Result is NullableType ? "result?" : "result")},");
        }

        _call.Abort();
        _call.State();
        writer.Line($"ReadPart = {reader},");
        writer.Line($"WritePart = {jsonWriter},");
        if (flow.Many is { } many)
        {
            _call.Journal(many);
        }

        _call.CloseBuilder();
    }

    /// <summary>What sending a part gives: its type, and how a state has it.</summary>
    private (string Type, string Reader, string Writer) Part()
    {
        if (flow.Target is PartUrlsModel)
        {
            return (Known.StoredPart, Known.StoredPart + ".Read", Known.StoredPart + ".Write");
        }

        var item = flow.Target is PartOperationModel { Item: { } path } ? path.Type : new ScalarType(Scalar.String);
        return (TypeText.Write(item), JsonText.Reader(item), JsonText.Writer(item));
    }

    private void Complete()
    {
        if (flow.Complete is { } complete)
        {
            _call.Steps.Emit("Complete", "session, file, parts, ct", complete, givesSession: _complete!.Result is null);
            return;
        }

        writer.Line($"Complete = (session, _, _, _) => {Known.Task}.FromResult(session),");
        writer.Line("IsConfirmed = false,");
    }

    /// <summary>The digests that completing wants of each part.</summary>
    private void PartDigests()
    {
        if (StoredPartText.Digests(flow.Complete).ToList() is { Count: > 0 } algorithms)
        {
            writer.Line($"PartDigests = [{string.Join(", ", algorithms)}],");
        }
    }

    /// <summary>How large parts are to be.</summary>
    private void Terms(PartTermsModel terms)
    {
        if (terms.Inspect is not { } inspect)
        {
            writer.Line($"Terms = (session, _) => {Known.Task}.FromResult({Terms(terms, "session")}),");
            return;
        }

        writer.Line("Terms = async (session, ct) =>");
        writer.Open();
        writer.Line($"var shown = await {_call.Steps.NamedCall(inspect)}.ConfigureAwait(false);");
        writer.Line($"return {Terms(terms, "shown")};");
        writer.Close(",");
    }

    private static string Terms(PartTermsModel terms, string root)
    {
        var isParallel = terms.IsParallel is { } path ? path.From(root) + (path.CanBeNull ? " ?? true" : "") : "true";
        return $"new {Known.PartTerms}((long?){terms.PartSize.From(root)}, {isParallel})";
    }

    private void Put(PartUrlsModel target)
    {
        var needsETags = target.NeedsETags ? "true" : "false";
        var arguments = $"{CSharpText.Literal(_call.Create.Id)}, part, {_call.Texts("headers", target.Headers)}, {needsETags}, progress, ct";
        writer.Line($"SendPart = (session, part, progress, ct) => _api.Storage.SendPartAsync({arguments}),");
    }

    private void MaxPartSize(PartOperationModel target)
    {
        if (target.MaxPartSize is { } max)
        {
            writer.Line($"MaxPartSize = {max.ToString(CultureInfo.InvariantCulture)}L,");
        }
    }

    private void Send(PartOperationModel target)
    {
        var operation = _call.Operation(target.Send);
        writer.Line("SendPart = async (session, part, progress, ct) =>");
        writer.Open();
        writer.Line($"{(target.Item is null ? "" : "var sent = ")}await {operation.MethodName}(");
        writer.List(_call.Steps.NamedArguments(target.Send), ").ConfigureAwait(false);");
        writer.Line($"return {(target.Item is { } item ? Item(operation, item) : "\"\"")};");
        writer.Close(",");
        if (target.Received is { } received)
        {
            var error = $"{Known.ApiException}<{TypeText.Write(received.Error)}> {{ Error: var error }}";
            writer.Line($"Received = refusal => refusal is {error} && {received.Bytes.From("error")} is {{ }} bytes ? (bytes, \"\") : null,");
        }
    }

    private static string Item(OperationModel operation, MemberPath item)
        => item.CanBeNull ? FlowValueText.Required(operation, item, "sent") : item.From("sent");
}
