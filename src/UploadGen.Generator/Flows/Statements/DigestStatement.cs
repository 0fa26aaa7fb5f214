using System.Text.Json.Nodes;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about a digest of the file that the API wants.</summary>
/// <param name="Form">How it is made and written.</param>
/// <param name="Value">What gets it: a member or parameter of a request.</param>
/// <param name="At">Whose request that is: <c>open</c>, <c>send</c> or <c>confirm</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DigestStatement(DigestForm Form, JsonNode? Value, string At, StatementPlace Place);
