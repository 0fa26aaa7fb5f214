using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>A JSON object as a record: properties for people, then how it is checked, written and read.</summary>
internal static class RecordEmitter
{
    public static void Emit(SourceWriter writer, RecordModel record, TypeChecks checks, ApiModel model)
    {
        var isValidatable = checks.Has(record.Name);
        XmlDoc.Write(writer, record.Description is { Length: > 0 } text ? text : $"`{record.Name}` of the API.");
        TypeAttributes(writer, record);
        var answersValidator = isValidatable && checks.ExceedsAttributes(record);
        var interfaces = $"{Known.JsonModel}<{record.Name}>"
            + (isValidatable ? $", {Known.Validatable}" : "")
            + (answersValidator ? $", {Known.ValidatableObject}" : "")
            + RecordXmlEmitter.Interfaces(record);
        var parent = record.Hierarchy?.Base is { } name ? name + ", " : "";
        var isSealed = record.HasDerived ? "" : "sealed ";
        writer.Open($"{(model.IsPublic ? "public" : "internal")} {isSealed}partial record {record.Name} : {parent}{interfaces}");
        HierarchyEmitter.Constructor(writer, record);
        foreach (var property in record.Properties.Where(property => !property.IsInherited))
        {
            Property(writer, record, property, model.FlowRoles.Find(record, property));
        }

        AdditionalProperties(writer, record);
        if (isValidatable)
        {
            Validate(writer, checks.Write(record));
            if (answersValidator)
            {
                AnswerValidator(writer, record);
            }

            CheckFieldNames.Declare(writer, record.CheckFields);
            writer.Line();
        }

        RecordJsonEmitter.Emit(writer, record);
        RecordXmlEmitter.Emit(writer, record);
        PrintMembers(writer, record, model.FlowRoles);
        writer.Close();
    }

    public static void TypeAttributes(SourceWriter writer, TypeModel type)
    {
        if (type.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's document calls this deprecated.\")]");
        }

        writer.Line(Known.GeneratedCode);
        if (!type.HasDeclaredConverter)
        {
            writer.Line($"[{Known.JsonConverter}(typeof({Known.JsonModelConverter}<{type.Name}>))]");
        }
    }

    /// <summary>Whether the property keeps apart being null and not being set.</summary>
    public static bool TracksPresence(RecordModel record, PropertyModel property) => record.TracksPresence && property.IsOptionalNullable;

    private static void Property(SourceWriter writer, RecordModel record, PropertyModel property, PropertyRole role)
    {
        var type = TypeText.Write(property.PropertyType);
        if (TracksPresence(record, property))
        {
            writer.Line($"{(record.HasDerived ? "private protected" : "private")} {Known.Sent}<{type}> {property.FieldName};");
            writer.Line();
        }

        Document(writer, property);
        foreach (var attribute in Attributes(record, property, role))
        {
            writer.Line(attribute);
        }

        var required = property is { MustBeSet: true, IsDiscriminator: false } ? "required " : "";
        var constant = property is { IsDiscriminator: true, Type: ScalarType } ? " = \"\";"
            : property is { IsRequired: true, IsDiscriminator: false, Constant: { } value } ? $" = {CSharpText.Literal(value)};"
            : "";
        var accessors = TracksPresence(record, property)
            ? $"{{ get => {property.FieldName}.Value; init => {property.FieldName} = new(value); }}"
            : "{ get; init; }";
        writer.Line($"public {required}{type} {property.Name} {accessors}{constant}");
        writer.Line();
    }

    private static void Document(SourceWriter writer, PropertyModel property)
    {
        var text = property.Description is { Length: > 0 } description ? description : XmlDoc.Humanize(property.JsonName);
        XmlDoc.Write(writer, text, string.Join(" ", Facts(property)));
    }

    /// <summary>What the schema says without words, as XML.</summary>
    private static IEnumerable<string> Facts(PropertyModel property)
    {
        if (property.Limits.Sentence is { } limits)
        {
            yield return CSharpText.Xml(limits);
        }

        if (property.Constant is { } constant && !property.IsDiscriminator)
        {
            yield return $"Always <c>{CSharpText.Xml(constant)}</c>.";
        }
        else if (property.Default is { Length: <= 100 } value)
        {
            yield return $"Default: <c>{CSharpText.Xml(value)}</c>.";
        }

        if (property.IsHeader)
        {
            yield return $"The header <c>{CSharpText.Xml(property.JsonName)}</c> of the answer; null where that doesn't have it.";
        }

        if (property.IsReadOnly)
        {
            yield return "Set by the server.";
        }
    }

    private static IEnumerable<string> Attributes(RecordModel record, PropertyModel property, PropertyRole role)
    {
        if (property.IsDeprecated)
        {
            yield return "[global::System.Obsolete(\"The API's document calls this deprecated.\")]";
        }

        if (role is not (PropertyRole.None or PropertyRole.HeaderValue))
        {
            yield return $"[{Known.Annotations}.{(role == PropertyRole.SessionId ? "UploadSessionId" : role.ToString())}]";
        }

        if (property.IsDiscriminator)
        {
            yield break;
        }

        if (property.IsCheckedForNull && (property.IsRequired || record.TracksPresence))
        {
            yield return "[global::System.ComponentModel.DataAnnotations.Required(AllowEmptyStrings = true)]";
        }

        // What is received may be another value of an enum than those known.
        if (record.TracksPresence || property.Type.AsNonNullable() is not NamedType)
        {
            foreach (var attribute in AttributeText.Write(property.Limits, property.PropertyType))
            {
                yield return attribute;
            }
        }
    }

    private static void AdditionalProperties(SourceWriter writer, RecordModel record)
    {
        if (record.AdditionalProperties is not { IsInherited: false } additional)
        {
            return;
        }

        var value = TypeText.Write(additional.Value);
        writer.Line("/// <summary>Members beyond the ones above, by name.</summary>");
        writer.Line($"public {Known.Dictionary}<string, {value}> {additional.Name} {{ get; init; }} = new {Known.MutableDictionary}<string, {value}>();");
        writer.Line();
    }

    /// <summary>The method that checks a type.</summary>
    public static void Validate(SourceWriter writer, IEnumerable<Statement> statements)
    {
        writer.Open($"void {Known.Validatable}.Validate(ref {Known.Validation} validation)");
        foreach (var statement in statements)
        {
            statement.Write(writer);
        }

        writer.Close();
    }

    /// <summary>DataAnnotations ask the record itself for what no attribute says, once all attributes agree.</summary>
    private static void AnswerValidator(SourceWriter writer, RecordModel record)
    {
        var names = record.Properties
            .Where(property => property.Name != property.JsonName)
            .Select(property => $"{CSharpText.Literal(property.JsonName)} => {CSharpText.Literal(property.Name)}")
            .Append("_ => member");
        writer.Line();
        writer.Line($"{Known.ValidationResults} {Known.ValidatableObject}.Validate({Known.ValidationContext} validationContext)");
        writer.Indent();
        writer.Line($"=> {Known.Validation}.Results(this, static member => member switch {{ {string.Join(", ", names)} }});");
        writer.Unindent();
    }

    /// <summary>
    /// A signed URL is a secret: whoever reads it in a log may read or write what it is for. So <c>ToString</c> hides the query of every URL, and tokens.
    /// </summary>
    private static void PrintMembers(SourceWriter writer, RecordModel record, FlowRolesModel roles)
    {
        if (!record.Properties.Any(property => IsHidden(property, roles.Find(record, property))))
        {
            return;
        }

        writer.Line();
        writer.Line(record.Hierarchy is null
            ? "// ToString may end up in a log: what signs a URL stays out of it."
            : "/// <summary>Writes down the members. It may end up in a log: what signs a URL stays out of it.</summary>");
        var modifiers = record.Hierarchy is not { } hierarchy ? "private" : hierarchy.Base is null ? "protected virtual" : "protected override";
        writer.Open($"{modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)");
        for (var i = 0; i < record.Properties.Count; i++)
        {
            var property = record.Properties[i];
            var role = roles.Find(record, property);
            var value = property.IsUrl ? $"global::UploadGen.Core.Redaction.Url({property.Name})"
                : role == PropertyRole.UploadHeaders && property.Type.AsNonNullable() is MapType or ListType ? $"{property.Name}?.Count + \" headers\""
                : IsHidden(property, role) ? "\"…\""
                : property.Name;
            writer.Line($"builder.Append(\"{(i == 0 ? "" : ", ")}{property.Name} = \").Append({value});");
        }

        writer.Line("return true;");
        writer.Close();
    }

    private static bool IsHidden(PropertyModel property, PropertyRole role)
        => property.IsUrl || property.IsSecret || role is PropertyRole.PresignedUrl or PropertyRole.UploadHeaders or PropertyRole.HeaderValue;
}
