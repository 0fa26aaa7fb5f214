using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>A statement that checks something.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Place">Where the document says so; null for what knows that itself.</param>
internal sealed record PlacedStatement(Statement Statement, LimitPlace? Place = null)
{
    /// <summary>
    /// The statements, with those between them that say where the limits stand: once for all members of a schema, and again where one is of another.
    /// </summary>
    /// <param name="statements">The checks.</param>
    /// <param name="place">The place that is known already, if one is.</param>
    public static IEnumerable<Statement> Join(IEnumerable<PlacedStatement> statements, LimitPlace? place = null)
    {
        foreach (var statement in statements)
        {
            if (statement.Place is { } own && own != place)
            {
                place = own;
                var below = own.Below.Length == 0 ? "" : $", {CSharpText.Literal(own.Below)}";
                yield return Statement.Call($"validation.{(own.IsOfMember ? "AtMember" : "At")}({CSharpText.Literal(own.Schema)}{below}");
            }

            yield return statement.Statement;
        }
    }
}
