using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ActivationWizard.Tests.Architecture;

/// <summary>Every type that a compiled type refers to, wherever it is named.</summary>
internal static class TypeReferences
{
    /// <summary>
    /// The types, taken apart: of an array its element, of a generic type its arguments as well. A type may come more than once.
    /// </summary>
    public static IEnumerable<TypeReference> Of(TypeDefinition type) =>
        Named(type).OfType<TypeReference>().SelectMany(Parts);

    /// <summary>The namespace of the type, for a nested one that of the type it is in; empty for what has none.</summary>
    public static string NamespaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } around)
            type = around;
        return type.Namespace;
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(one => one.InterfaceType),
        .. type.GenericParameters.SelectMany(Constraints),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.Events.SelectMany(one => Attributes(one).Append(one.EventType)),
        .. type.Methods.SelectMany(OfMethod),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Attributes(method),
        .. Attributes(method.MethodReturnType),
        .. method.Parameters.SelectMany(Attributes),
        .. method.GenericParameters.SelectMany(Constraints),
        .. method.Overrides.SelectMany(Signature),
        .. method.HasBody ? OfBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            MethodReference method => Signature(method),
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => Enumerable.Empty<TypeReference?>(),
        }),
    ];

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference?> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider on) =>
        on.CustomAttributes.SelectMany(one => one.ConstructorArguments
            .Concat(one.Properties.Select(property => property.Argument))
            .SelectMany(argument => new[] { argument.Type, argument.Value as TypeReference })
            .Append(one.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        GenericParameter => [],
        TypeSpecification around => Parts(around.ElementType),
        _ => [type],
    };
}
