using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>What a schema says that neither the type nor single checks do.</summary>
/// <param name="Place">Where the schema stands: its JSON pointer as a URI fragment.</param>
/// <param name="Schema">The part of it, as JSON.</param>
/// <param name="Definitions">The schemas it refers to.</param>
internal sealed record RuleModel(string Place, string Schema, EquatableArray<RuleDefinition> Definitions);

/// <summary>A schema that rules refer to.</summary>
/// <param name="Reference">The text of the reference.</param>
/// <param name="Schema">The schema, as JSON.</param>
internal sealed record RuleDefinition(string Reference, string Schema);
