using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>Reads a message against a schema of the standard; every violation is a line that starts with the place.</summary>
public static class VeraSchema
{
    /// <summary>Against a named schema of a file: <c>Validate("BRG", "Relaties-Relatiebericht", message, Answer)</c>.</summary>
    public static IReadOnlyList<string> Validate(string file, string schema, JsonNode? message, VeraDirection direction)
    {
        var document = VeraDocument.Get(file);
        return new VeraValidator(document, direction).Validate(document.Schema(schema), message);
    }

    /// <summary>The body of a request, such as <c>PATCH /brg/v4/relaties/7</c>.</summary>
    public static IReadOnlyList<string> ValidateRequest(HttpMethod method, string path, JsonNode? body)
    {
        if (VeraOperation.Find(method, path) is not { } operation) return [$"{method} {path}: the standard has no such call"];
        if (operation.RequestSchema is not { } schema) return body is null ? [] : [$"{method} {path}: this call takes no body"];
        var direction = method == HttpMethod.Patch ? VeraDirection.SentInPart : VeraDirection.Sent;
        return body is null
            ? [$"{method} {path}: the body is missing"]
            : new VeraValidator(operation.Document, direction).Validate(schema, body);
    }

    /// <summary>The body of an answer; one without a body is right where the standard shows none and on every error.</summary>
    public static IReadOnlyList<string> ValidateAnswer(HttpMethod method, string path, int status, JsonNode? body)
    {
        if (VeraOperation.Find(method, path) is not { } operation) return [$"{method} {path}: the standard has no such call"];
        if (operation.AnswerSchema(status) is not { } schema) return [];
        if (body is null) return status >= 400 ? [] : [$"{method} {path}: {status} without a body"];
        return new VeraValidator(operation.Document, VeraDirection.Answer).Validate(schema, body);
    }
}
