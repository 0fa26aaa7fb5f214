using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about an upload in parts.</summary>
/// <param name="place">Where it stands.</param>
internal sealed class PartsStatement(StatementPlace place)
{
    public StatementPlace Place { get; } = place;

    /// <summary>The member of the answer with a URL for each part, or an object that has one.</summary>
    public MemberPath? Urls { get; set; }

    /// <summary>The member of such an object with the URL, by its name, or by names with slashes between them.</summary>
    public string? Url { get; set; }

    /// <summary>Its member with the part's number.</summary>
    public string? Number { get; set; }

    /// <summary>Its member with the part's first byte.</summary>
    public string? Offset { get; set; }

    /// <summary>Its member with the part's last byte, or the one behind it.</summary>
    public string? End { get; set; }

    /// <summary>Its member with the part's length.</summary>
    public string? Length { get; set; }

    /// <summary>Its member with the method to send the part by.</summary>
    public string? Method { get; set; }

    /// <summary>Its member with the headers to send with the part.</summary>
    public string? Headers { get; set; }

    /// <summary>The operation that gives the URL of a part, or of several.</summary>
    public StepStatement? Sign { get; set; }

    /// <summary>Where its answer has the URL, or the list or map of what has one.</summary>
    public JsonNode? Signed { get; set; }

    /// <summary>The member of the answer that says how large parts are to be.</summary>
    public MemberPath? Size { get; set; }

    /// <summary>What the request that opens the upload gets the number of parts in.</summary>
    public FoundRole? Count { get; set; }

    /// <summary>The member of the refusal of a part that says how many bytes of the file the API has.</summary>
    public JsonNode? Received { get; set; }

    /// <summary>The member of the completion's body that lists what the parts gave.</summary>
    public string? List { get; set; }
}
