using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>An upload whose file goes to an operation of the API: the one call, and the one for many files.</summary>
internal sealed class SequenceFlowEmitter(SourceWriter writer, ApiModel model, SequenceFlowModel flow)
{
    private readonly CallEmitter _call = new(writer, model, flow);

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
        var steps = flow.Confirm is null ? "opens the upload and sends the file" : "opens the upload, sends the file, confirms it";
        var requests = new[] { flow.Opening.Create, flow.Send, flow.Confirm?.Step }
            .OfType<StepModel>()
            .Select(step => CallEmitter.Request(_call.Operation(step)));
        writer.Line($"/// <summary>Uploads a file in one call: {steps}.</summary>");
        writer.Line($"/// <remarks>{string.Join(", ", requests)}.</remarks>");
        _call.Method();
    }

    /// <summary>The steps in the order in which they are done.</summary>
    private void Builder()
    {
        _call.OpenBuilder($"{Known.UploadFlow}<{flow.Opening.Session.Name}, {_call.Result}>", "file, ct");
        _call.Digests(flow.Opening.Create, flow.Send, flow.Confirm?.Step);
        _call.Id();
        _call.Steps.Emit("Put", "session, file, progress, ct", flow.Send);
        _call.Confirm(flow.Confirm);
        _call.Abort();
        _call.State();
        if (flow.Many is { } many)
        {
            _call.Journal(many);
        }

        _call.CloseBuilder();
    }
}
