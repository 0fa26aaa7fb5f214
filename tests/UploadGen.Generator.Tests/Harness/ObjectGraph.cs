using System.Reflection;

namespace UploadGen.Generator.Tests.Harness;

/// <summary>Everything that an object keeps alive, through private fields too. What is held weakly isn't kept alive.</summary>
internal static class ObjectGraph
{
    public static IEnumerable<object> Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!value.GetType().IsValueType && !seen.Add(value))
            {
                continue;
            }

            yield return value;
            foreach (var part in Parts(value))
            {
                open.Push(part);
            }
        }
    }

    private static IEnumerable<object> Parts(object value)
    {
        var type = value.GetType();
        return IsLeaf(type) ? []
            : value is Array items ? items.Cast<object?>().OfType<object>()
            : Fields(type).Select(field => field.GetValue(value)).OfType<object>();
    }

    private static bool IsLeaf(Type type)
        => type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(Type) || type == typeof(WeakReference)
            || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(WeakReference<>);

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
