using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>A member of a statement: there is a class for each kind.</summary>
/// <param name="name">Its name.</param>
internal abstract class StatementMember(string name)
{
    public string Name { get; } = name;

    /// <summary>The members that its value can have, where that is an object.</summary>
    public virtual IReadOnlyList<string> Members => [];

    /// <summary>Reads what it says into the statement.</summary>
    /// <param name="context">The statement, at this member.</param>
    /// <param name="value">What it says.</param>
    public abstract void Read(StatementContext context, JsonNode? value);
}
