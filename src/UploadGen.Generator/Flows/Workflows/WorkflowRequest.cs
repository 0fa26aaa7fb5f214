using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>What a step tells the operation that it calls.</summary>
/// <param name="Parameters">The operation's parameters.</param>
/// <param name="Members">The members of its body.</param>
/// <param name="Whole">Its body, where that is one expression.</param>
/// <param name="BodyPointer">Where the body stands.</param>
internal sealed record WorkflowRequest(
    IReadOnlyList<WorkflowArgument> Parameters, IReadOnlyList<WorkflowArgument> Members, JsonNode? Whole, string BodyPointer)
{
    public IEnumerable<WorkflowArgument> All => Parameters.Concat(Members);
}

/// <summary>What a parameter, or a member of a body, is told.</summary>
/// <param name="In">Where the parameter stands; empty for a member of the body.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is told.</param>
/// <param name="Pointer">Where that stands.</param>
internal sealed record WorkflowArgument(string In, string Name, JsonNode? Value, string Pointer)
{
    /// <summary>As statements call it.</summary>
    public string Key => In.Length == 0 ? Name : In + "." + Name;

    /// <summary>As an expression calls what it was told, where one can.</summary>
    public string? Expression => In switch
    {
        "" => "$request.body#/" + Documents.DocumentPointer.Escape(Name),
        "path" or "query" or "header" => $"$request.{In}.{Name}",
        _ => null,
    };
}
