using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>The methods of a flow, by its kind. Each has an empty line before it.</summary>
internal static class FlowEmitter
{
    public static void Emit(SourceWriter writer, FlowModel flow, ApiModel model)
    {
        switch (flow)
        {
            case UrlFlowModel url:
                new UrlFlowEmitter(writer, model, url).Emit();
                break;
            case SequenceFlowModel sequence:
                new SequenceFlowEmitter(writer, model, sequence).Emit();
                break;
            case PartsFlowModel parts:
                new PartsFlowEmitter(writer, model, parts).Emit();
                break;
            case RequestFlowModel { Many: { } many } request:
                ManyEmitter.Emit(writer, request, many, model.Operation(request.Operation), model.FlowRoles.Find(request.Operation));
                break;
        }
    }

    /// <summary>The attribute that tells the analyzer what a method does.</summary>
    public static string Attribute(OperationRoleModel role)
    {
        var member = role.State is { } state ? $", Member = {CSharpText.Literal(state.Member)}" : "";
        var value = role.State?.Value is { } text ? $", Value = {CSharpText.Literal(text)}" : "";
        return $"{Attribute(role.Step)}({CSharpText.Literal(role.Flow)}{member}{value})";
    }

    private static string Attribute(FlowStep step) => step switch
    {
        FlowStep.Create => "CreatesUpload",
        FlowStep.Put => "PutsUpload",
        FlowStep.Confirm => "ConfirmsUpload",
        FlowStep.Abort => "AbortsUpload",
        _ => "UploadsFile",
    };
}
