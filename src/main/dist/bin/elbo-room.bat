@echo off
rem Starts ELBO Room. JAVA_HOME chooses the Java (17 or newer), ELBO_ROOM_OPTS adds options to it.
setlocal
set "HOME_DIR=%~dp0.."
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
rem What Monocle, which draws the window where there is no display, uses of JavaFX.
set "EXPORTS=--add-exports=javafx.base/com.sun.javafx=ALL-UNNAMED --add-exports=javafx.base/com.sun.javafx.logging=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.glass.events=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.glass.ui.delegate=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.glass.utils=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.javafx.tk=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.javafx.util=ALL-UNNAMED"
rem An archive of the program's classes that the window makes for itself: starting takes two thirds of the time. One that was
rem cut short would keep Java from starting at all: the first line of the text beside it says how long it is.
set "USER_DIR=%APPDATA%\ELBO Room"
set "ARCHIVE="
set "ACTUAL="
set "WANTED=none"
if exist "%USER_DIR%\classes.txt" set /p WANTED=<"%USER_DIR%\classes.txt"
for %%F in ("%USER_DIR%\classes.jsa") do set "ACTUAL=%%~zF"
if "%ACTUAL%"=="%WANTED%" set ARCHIVE="-XX:SharedArchiveFile=%USER_DIR%\classes.jsa"
rem The thorough compiler starts later than usual: it took a quarter of the time to the window's first picture.
set "COMPILER=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:MetaspaceSize=64m"
"%JAVA%" %ARCHIVE% -Xlog:cds=off -Xlog:cds+dynamic=off %COMPILER% -Xms448m -Xmx2g -XX:TLABSize=128k -XX:+UseSerialGC "-Delboroom.home=%HOME_DIR%" --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls %EXPORTS% %ELBO_ROOM_OPTS% -cp "%HOME_DIR%\lib\*" elboroom.cli.Main %*
exit /b %ERRORLEVEL%
