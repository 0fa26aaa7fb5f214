using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about an upload in parts.</summary>
/// <param name="place">Where it stands.</param>
internal sealed class PartsStatement(StatementPlace place)
{
    public StatementPlace Place { get; } = place;

    /// <summary>The member of the answer with a URL for each part.</summary>
    public MemberPath? Urls { get; set; }

    /// <summary>The member of the answer that says how large parts are to be.</summary>
    public MemberPath? Size { get; set; }

    /// <summary>What the request that opens the upload gets the number of parts in.</summary>
    public FoundRole? Count { get; set; }

    /// <summary>The member of the refusal of a part that says how many bytes of the file the API has.</summary>
    public JsonNode? Received { get; set; }

    /// <summary>The member of the completion's body that lists what the parts gave.</summary>
    public string? List { get; set; }
}
