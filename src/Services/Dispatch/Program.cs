using Hotline.Dispatch;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults("dispatch");
builder.AddDispatch();

var app = builder.Build();
app.MapHotlineDefaults();
app.MapDispatch();
await app.RunAsync();
