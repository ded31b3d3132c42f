using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Hotline.ServiceDefaults.OpenApi;

/// <summary>The OpenAPI 3.1 document of a service, generated from its endpoints.</summary>
internal static class HotlineOpenApi
{
    private const string Bearer = "bearer";

    public static void AddHotlineOpenApi(this IServiceCollection services, string service) =>
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) => Describe(document, service));
            options.AddSchemaTransformer(NameValueTypes);
            options.AddOperationTransformer(AddProblems);
        });

    private static Task Describe(OpenApiDocument document, string service)
    {
        document.Info = new OpenApiInfo { Title = $"Hotline {service}", Version = "v1" };
        // Reached through the gateway, not where the process listens.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Access token from /connect/token.",
        };
        return Task.CompletedTask;
    }

    // Types with a converter of their own have no shape the generator could see.
    private static Task NameValueTypes(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(UnitRef))
            (schema.Type, schema.Pattern, schema.Description) = (JsonSchemaType.String, "^(dept|merchant|expert)\\..+$", "A unit, e.g. dept.water.");
        else if (type == typeof(CaseId))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        return Task.CompletedTask;
    }

    private static async Task AddProblems(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: ct);
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "Problem details (RFC 9457) in zh-CN or en, by Accept-Language.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
        });
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
    }
}
