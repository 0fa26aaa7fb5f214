using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>What completes an upload once its file is sent.</summary>
/// <param name="Step">The step that does it; null where nothing does, or where that is open.</param>
/// <param name="Evidence">What says so.</param>
/// <param name="Open">What is open, where something in the document could complete it and isn't understood.</param>
internal sealed record FoundCompletion(FoundStep? Step, string Evidence = "", string? Open = null)
{
    /// <summary>The operations that could complete it, where that is open.</summary>
    public IReadOnlyList<OperationModel> Candidates { get; init; } = [];

    /// <summary>Nothing in the document takes what opening gives.</summary>
    public static FoundCompletion None { get; } = new(Step: null);
}
