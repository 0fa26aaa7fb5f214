using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about a digest of the file that the API wants.</summary>
/// <param name="Algorithm">How it is made.</param>
/// <param name="Encoding">How it is written.</param>
/// <param name="Value">What gets it: a member or parameter of a request.</param>
/// <param name="IsAtConfirm">Whether that is the request that confirms, and not the one that opens.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DigestStatement(string Algorithm, string Encoding, JsonNode? Value, bool IsAtConfirm, StatementPlace Place);
