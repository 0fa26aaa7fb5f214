using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Annotations;

/// <summary>Finds the members of a compiled assembly that carry certain attributes, without a symbol for each of its members.</summary>
internal static class AnnotatedMembers
{
    /// <summary>The names of the methods and properties with one of the attributes; null if the file can't be read.</summary>
    public static IReadOnlyCollection<string>? NamesIn(PortableExecutableReference file, IReadOnlyList<string> attributes)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly
                ? assembly.GetModules().SelectMany(module => NamesIn(module.GetMetadataReader(), attributes)).ToList()
                : null;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static IEnumerable<string> NamesIn(MetadataReader reader, IReadOnlyList<string> attributes)
    {
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Parent.Kind is HandleKind.MethodDefinition or HandleKind.PropertyDefinition
                && NameOfType(reader, attribute.Constructor) is { } type && attributes.Any(name => reader.StringComparer.Equals(type, name)))
            {
                yield return reader.GetString(attribute.Parent.Kind == HandleKind.MethodDefinition
                    ? reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Parent).Name
                    : reader.GetPropertyDefinition((PropertyDefinitionHandle)attribute.Parent).Name);
            }
        }
    }

    /// <summary>The name of the attribute that a constructor makes; null for a generic attribute.</summary>
    private static StringHandle? NameOfType(MetadataReader reader, EntityHandle constructor)
        => constructor.Kind == HandleKind.MethodDefinition
            ? reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).Name
            : reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
                ? reader.GetTypeReference((TypeReferenceHandle)type).Name
                : null;
}
